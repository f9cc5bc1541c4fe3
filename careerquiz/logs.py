"""The log: one line an event, in UTC, for people or for programs."""

import json
import logging
import re
import time
from contextvars import ContextVar

MOST_CHARACTERS = 8_000
SLASH = "(?:/|%2F)"  # as a part of an address that another address holds, to come back to, it is written out
PLACES = "|".join(["resume", "shared", "views", "confirm-email", f"password{SLASH}reset{SLASH}key"])
SECRET = re.compile(rf"({SLASH}(?:{PLACES}){SLASH}+)(?:(?!{SLASH})\S)+", re.IGNORECASE)
TOKEN = re.compile(r"(?<![\w-])[\w-]{32}(?![\w-])")  # wherever else one stands, as in an address mistyped
FIELDS = "careerquiz.access"  # whose arguments are fields of their own where programs read

number: ContextVar[str] = ContextVar("number", default="")  # of the request that this thread answers


class LineFormatter(logging.Formatter):
    """A line an event: nothing that came from outside starts a second one, and no secret link stands in it."""

    def __init__(self) -> None:
        self.converter = time.gmtime
        super().__init__("{message}", "%Y-%m-%dT%H:%M:%S", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """When, how grave, where, in which request if in one; what was said, and the traceback if there is one."""
        _spare_traceback(record)
        request = f"[{number.get()}] " if number.get() else ""
        said = masked(super().format(record))
        line = f"{self.formatTime(record, self.datefmt)}Z {record.levelname} {record.name} {request}{said}"
        return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in line[:MOST_CHARACTERS])


class JsonFormatter(LineFormatter):
    """The same as a JSON object a line, in ASCII: time, level, logger, message; request and traceback if there are."""

    def format(self, record: logging.LogRecord) -> str:
        """The object."""
        _spare_traceback(record)
        traceback = self.formatException(record.exc_info) if record.exc_info else ""
        texts = {
            "level": record.levelname,
            "logger": record.name,
            "request": number.get(),
            "message": masked(record.getMessage())[:MOST_CHARACTERS],
            "traceback": masked(traceback)[:MOST_CHARACTERS],
        }
        event = {"time": f"{self.formatTime(record, self.datefmt)}Z"} | {k: text for k, text in texts.items() if text}
        fields = record.args if record.name == FIELDS and isinstance(record.args, dict) else {}
        return json.dumps(event | fields)


def masked(text: str) -> str:
    """A text without secret links and tokens."""
    return TOKEN.sub("***", SECRET.sub(r"\1***", text))


def _spare_traceback(record: logging.LogRecord) -> None:
    if record.name.startswith("django.security"):
        record.exc_info = None  # a refused request is no fault of ours, and needs no traceback
