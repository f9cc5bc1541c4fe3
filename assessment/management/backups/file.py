"""The file of a backup: a zip archive of the database's data and, at its end, a manifest of it.

Whatever is cut off or altered is told by `read`: the archive's list stands at its end, each part has a checksum, and
the manifest knows size and SHA-256 of the data. It is no signature: who can write the file can make another.
"""

import hashlib
import json
import os
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import IO, Any, get_origin
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.core.management.base import CommandError

from assessment import strict_json

FORMAT = "careerquiz-backup/1"
DATA, MANIFEST = "database", "manifest.json"
MOST_OF_MANIFEST = 1_000_000  # bytes
PIECE = 1024 * 1024  # bytes
only_owner = partial(os.open, mode=0o600)


@dataclass(frozen=True)
class Manifest:
    """What a backup is: of which engine, made when (UTC) by which version, of which schema, with how many rows."""

    engine: str
    made: str
    version: str
    migrations: list[str]
    rows: dict[str, int]
    size: int
    sha256: str

    @property
    def shown(self) -> str:
        """How much there is: "1000012 rows in 38 tables"."""
        return f"{sum(self.rows.values())} rows in {len(self.rows)} tables"


TYPES = {"format": str} | {field.name: get_origin(field.type) or field.type for field in fields(Manifest)}


def write(path: Path, data: Path, **about: Any) -> None:
    """Write a backup with a file of data, down to the disk; `about` is the rest of its manifest."""
    with open(path, "xb", opener=only_owner) as file, ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open(DATA, "w", force_zip64=True) as target:
            size, sha256 = _copy(data, target)
        manifest = asdict(Manifest(**about, size=size, sha256=sha256))
        archive.writestr(MANIFEST, json.dumps({"format": FORMAT} | manifest, indent=1))
    fsync(path)


def read(path: Path) -> Manifest:
    """The manifest of a backup, every byte of which was looked at. Raises CommandError, one line."""
    try:
        path.open("rb").close()
    except (OSError, ValueError) as error:
        raise CommandError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    try:
        manifest = _manifest(path)
        found = _measured(pieces(path))
    except Exception as error:  # a broken archive makes zipfile raise nearly anything
        raise CommandError(f"{path}: is no backup of careerquiz, or not a whole one") from error
    if found != (manifest.size, manifest.sha256):
        raise CommandError(f"{path}: was altered: its data are not what its manifest says")
    return manifest


def pieces(path: Path) -> Iterator[bytes]:
    """The data of a backup, some at a time."""
    with ZipFile(path) as archive, archive.open(DATA) as data:
        yield from _pieces(data)


def fsync(path: Path) -> None:
    """Let what is in a file, or the names in a folder, last when the machine stops."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def version() -> str:
    """That of careerquiz, whether it was installed or runs from its folder."""
    try:
        return metadata.version("careerquiz")
    except metadata.PackageNotFoundError:
        project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))
        return str(project["project"]["version"])


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _copy(data: Path, target: IO[bytes]) -> tuple[int, str]:
    with data.open("rb") as source:
        return _measured(_written(source, target))


def _written(source: IO[bytes], target: IO[bytes]) -> Iterator[bytes]:
    for piece in _pieces(source):
        target.write(piece)
        yield piece


def _measured(data: Iterator[bytes]) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    for piece in data:
        size += len(piece)
        digest.update(piece)
    return size, digest.hexdigest()


def _manifest(path: Path) -> Manifest:
    with ZipFile(path) as archive, archive.open(MANIFEST) as file:
        found = strict_json.parse(file.read(MOST_OF_MANIFEST))
    if _types(found) != TYPES or found.pop("format") != FORMAT:
        raise ValueError("another format")
    return Manifest(**found)


def _types(found: dict[str, Any]) -> dict[str, Any]:
    return {name: type(value) for name, value in found.items()}
