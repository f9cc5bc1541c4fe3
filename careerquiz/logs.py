"""The log: one line an event, in UTC."""

import logging
import time


class LineFormatter(logging.Formatter):
    """A line an event: nothing that came from outside starts a second one."""

    converter = time.gmtime

    def __init__(self) -> None:
        super().__init__("{asctime}Z {levelname} {name} {message}", "%Y-%m-%dT%H:%M:%S", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (the name that logging calls)
        """The message with its control characters written out."""
        line = super().formatMessage(record)
        return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in line)
