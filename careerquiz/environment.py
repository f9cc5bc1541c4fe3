"""Typed readers of the environment: the only way a setting gets in from outside.

Every reader raises `ImproperlyConfigured` with one line that names the variable.
"""

import os
import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

FLAGS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def text(name: str, default: str | None = None) -> str:
    """The value of NAME, or what the file named by NAME_FILE holds, or the default."""
    value = os.environ.get(name)
    path = os.environ.get(f"{name}_FILE")
    if value is None and path:
        value = _content(f"{name}_FILE", path)
    if value is None:
        value = default
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set; set it, or {name}_FILE to the file that holds it.")
    return value


def flag(name: str, *, default: bool) -> bool:
    """A yes or a no: 1, true, yes, on; 0, false, no, off."""
    value = text(name, "1" if default else "0").strip().lower()
    if value not in FLAGS:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join(FLAGS)}.")
    return FLAGS[value]


def number(name: str, default: int, *, least: int, most: int) -> int:
    """A whole number from `least` to `most`, both included."""
    value = text(name, str(default)).strip()
    if not (value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number from {least} to {most}.")
    return int(value)


def choice(name: str, default: str, *others: str) -> str:
    """One of the words a setting knows."""
    value = text(name, default)
    if value not in (default, *others):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join([default, *others])}.")
    return value


def shaped(name: str, default: str, pattern: str, kind: str) -> str:
    """A text of a shape; the default may be of none. `kind` says in a few words what the text must be."""
    value = text(name, default)
    if value != default and not re.fullmatch(pattern, value):
        raise ImproperlyConfigured(f"{name} is {value!r}, which is no {kind}.")
    return value


def names(name: str, default: str = "") -> list[str]:
    """A list of names separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def _content(name: str, path: str) -> str:
    try:
        content = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise ImproperlyConfigured(f"{name} names {path!r}, which cannot be read: {why}.") from error
    if not content:
        raise ImproperlyConfigured(f"{name} names {path!r}, which is empty.")
    return content
