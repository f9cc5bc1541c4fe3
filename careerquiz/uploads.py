"""Files that are sent to the site."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST_BYTES = 20_000_000
TAKES_FILES = "/admin/"


class SmallFiles(FileUploadHandler):
    """Keeps a small file in memory. A larger one arrives empty with its true size, so that a form can say so."""

    room = MOST_BYTES  # of one request, however many files it brings

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin with nothing."""
        super().new_file(*args, **kwargs)
        self.most = self.room if self.request and self.request.path.startswith(TAKES_FILES) else 0
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a part, unless the file has grown too large."""
        if start + len(raw_data) <= self.most:
            self.kept.write(raw_data)
        else:
            self.kept = BytesIO()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file, or its size alone."""
        self.room -= self.kept.tell()
        self.kept.seek(0)
        return InMemoryUploadedFile(
            file=self.kept,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
