"""What each engine knows to do for a backup."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assessment.management.backups.state import State


@dataclass(frozen=True)
class Fresh:
    """A database beside the site's: its name, and what puts it in the place of the site's.

    `swap` answers where the old one is now, "" if there was none. It happens whole or not at all.
    """

    name: str
    swap: Callable[[], str]


class Engine(Protocol):
    """What a module of this package does with the site's database, which is of its kind."""

    def copied(self, folder: Path) -> tuple[State, Path]:
        """Copy the database as it is at one moment, while others write, and verify the copy.

        Answers what was in it, and the path of the copy in the folder. Raises CommandError, one line.
        """

    def fresh(self, data: Iterator[bytes]) -> AbstractContextManager[Fresh]:
        """A new database with such data, gone afterwards if it was not put in the place of the old.

        Raises CommandError, one line, where somebody is using the old.
        """
