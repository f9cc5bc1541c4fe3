"""The log: one line an event, in UTC."""

import logging
import re
import time

MOST_CHARACTERS = 8_000
SLASH = "(?:/|%2F)"  # as a part of an address that another address holds, to come back to, it is written out
PLACES = "|".join(["resume", "shared", "views", "confirm-email", f"password{SLASH}reset{SLASH}key"])
SECRET = re.compile(rf"({SLASH}(?:{PLACES}){SLASH}+)(?:(?!{SLASH})\S)+", re.IGNORECASE)
TOKEN = re.compile(r"(?<![\w-])[\w-]{32}(?![\w-])")  # wherever else one stands, as in an address mistyped


class LineFormatter(logging.Formatter):
    """A line an event: nothing that came from outside starts a second one, and no secret link stands in it."""

    def __init__(self) -> None:
        self.converter = time.gmtime
        super().__init__("{asctime}Z {levelname} {name} {message}", "%Y-%m-%dT%H:%M:%S", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """The message, and the traceback if there is one, with control characters written out and tokens left out."""
        if record.name.startswith("django.security"):
            record.exc_info = None  # a refused request is no fault of ours, and needs no traceback
        line = TOKEN.sub("***", SECRET.sub(r"\1***", super().format(record)))[:MOST_CHARACTERS]
        return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in line)
