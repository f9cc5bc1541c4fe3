"""Backups: what is in one (`file`), what it is judged by (`state`), how each engine gives and takes one."""

from django.db import connection

from assessment.management.backups import postgresql, sqlite
from assessment.management.backups.engine import Engine

ENGINES: dict[str, Engine] = {"sqlite": sqlite, "postgresql": postgresql}


def engine() -> Engine:
    """That of the site."""
    return ENGINES[connection.vendor]
