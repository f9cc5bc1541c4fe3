"""Files that are sent: kept in memory where a page takes one, as much as a catalogue needs, and nowhere else."""

import io
import tracemalloc
from random import Random
from typing import Any

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory

from careerquiz.uploads import MOST_BYTES, SmallFiles

IMPORT = "/admin/catalogue/import/"
PART = b'--limit\r\nContent-Disposition: form-data; name="%s"; filename="a.json"\r\n\r\n'
END = b"\r\n--limit--\r\n"


class Endless(io.RawIOBase):
    """A body that is sent bit by bit and stands nowhere whole: a beginning, then `size` bytes, then an end."""

    def __init__(self, before: bytes, size: int, after: bytes) -> None:
        self.before, self.left, self.after = before, size, after

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        if self.before:
            found, self.before = self.before[:size], self.before[size:]
        elif self.left:
            found = b"x" * min(size, self.left)
            self.left -= len(found)
        else:
            found, self.after = self.after[:size], self.after[size:]
        return found


def sent(path: str, *sizes: int) -> list[Any]:
    """What a page gets of files of these sizes, sent in one request."""
    files = [SimpleUploadedFile(f"{number}.json", content(size)) for number, size in enumerate(sizes)]
    request = RequestFactory().post(path, {f"file-{number}": file for number, file in enumerate(files)})
    return [request.FILES[f"file-{number}"] for number in range(len(files))]


def content(size: int) -> bytes:
    """Bytes of which no two parts are alike, the same each time."""
    return Random(7).randbytes(size)


def streamed(path: str, size: int) -> tuple[InMemoryUploadedFile, int]:
    """What a page gets of a file of this size, and how much memory reading it took at the most."""
    before = PART % b"file"
    body = Endless(before, size, END)
    environ: dict[str, Any] = {
        **RequestFactory().post(path).environ,
        "CONTENT_TYPE": "multipart/form-data; boundary=limit",
        "CONTENT_LENGTH": str(len(before) + size + len(END)),
        "wsgi.input": body,
    }
    tracemalloc.start()
    try:
        found: Any = WSGIRequest(environ).FILES["file"]
        return found, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("size", [1, 65_536, 1_000_003, MOST_BYTES])
def test_a_file_of_20_MB_at_most_arrives_whole_where_a_page_takes_one(size: int) -> None:  # noqa: N802
    (found,) = sent(IMPORT, size)
    assert (found.size, found.read() == content(size), found.name) == (size, True, "0.json")


def test_an_empty_file_arrives_empty() -> None:
    (found,) = sent(IMPORT, 0)
    assert (found.size, found.read()) == (0, b"")


@pytest.mark.parametrize("size", [MOST_BYTES + 1, MOST_BYTES + 65_536, 50_000_000])
def test_a_larger_file_arrives_empty_with_its_true_size(size: int) -> None:
    (found,) = sent(IMPORT, size)
    assert (found.size, found.read()) == (size, b"")


@pytest.mark.parametrize("path", ["/", "/en/start/", "/administration/", "/en/admin/", "/fr/assessments/1/TECH/"])
@pytest.mark.parametrize("size", [1, 1_000, 1_000_000])
def test_nothing_is_kept_where_no_page_takes_a_file(path: str, size: int) -> None:
    (found,) = sent(path, size)
    assert (found.size, found.read()) == (size, b"")


def test_the_files_of_one_request_are_kept_up_to_20_MB_in_all() -> None:  # noqa: N802
    sizes = [9_000_000, 9_000_000, 9_000_000, 2_000_000, 1]
    found = [file.read() for file in sent(IMPORT, *sizes)]
    assert list(map(len, found)) == [9_000_000, 9_000_000, 0, 2_000_000, 0]
    assert [len(file.read()) for file in sent(IMPORT, *sizes[:2])] == sizes[:2]


@pytest.mark.parametrize("path", [IMPORT, "/en/start/"])
def test_reading_takes_no_more_memory_however_large_a_file_is(path: str) -> None:
    for size in (MOST_BYTES + 1, 200_000_000):
        found, most = streamed(path, size)
        assert (found.size, found.read()) == (size, b"")
        assert most < (3 * MOST_BYTES if path == IMPORT else 1_000_000)


def test_what_is_streamed_arrives_too() -> None:
    found, most = streamed(IMPORT, MOST_BYTES)
    assert (found.size, found.read() == b"x" * MOST_BYTES) == (MOST_BYTES, True)
    assert most < 3 * MOST_BYTES


def test_the_site_keeps_files_this_way_only() -> None:
    handlers = RequestFactory().post(IMPORT).upload_handlers
    assert [type(handler) for handler in handlers] == [SmallFiles]
