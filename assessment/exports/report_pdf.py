"""The gap report as a PDF for paper: PDF/UA-1 and PDF/A-2a, one to three pages, the same bytes for the same values.

report_words.py chooses the words, report.typ lays them out and holds none. The words reach it as JSON, so that what
people typed is never read as anything but text.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import typst

from assessment.exports.report_words import UNDRAWN, Sitting, report_words
from assessment.scoring import GapReport

LAYOUT = Path(__file__).with_name("report.typ")
MOST_PAGES = 3  # without notes
_TIGHTER = (1, 2, 3)
LONGEST_WORD = 20  # characters that stand together at the most where a line may have to break

# What the fonts inside the package typst draw, found by trying: a PDF/UA file may hold no other character.
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_ACCENTS = "\u0300-\u0331"
_DRAWN = (
    f" -~\u00a0-\u02ff{_LATIN}{_ACCENTS}"
    "\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff"  # Greek, Cyrillic
    "\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u0660-\u0669"  # Hebrew, Arabic
    "\u2000-\u200a\u2010-\u2027\u202f-\u205e"  # spaces, punctuation
    "\u20a0-\u20bf\u2100-\u211e\u2126-\u214f"  # money, signs made of letters
    "\u2190-\u23ff\u2460-\u2606\u2610-\u2612\u2713\u2714\u2717\u2718"  # arrows, mathematics, shapes, ticks
)
_STEPS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("\r\n|[\r\v\f\x85\u2028\u2029]", "\n"),
        ("[\x00-\x09\x0e-\x1f\x7f-\x9f]", " "),
        # what only joins, colours or turns what stands beside it, such as the parts of an emoji
        ("[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff]", ""),
        # points and accents for which a font would lack either the mark or the letter under it
        ("[\u0332-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u065f\u0670]", ""),
        (f"(?<![{_LATIN}{_ACCENTS}])[{_ACCENTS}]+", ""),
        (f"[^{_DRAWN}\n]", UNDRAWN),
        (rf"\S{{{LONGEST_WORD}}}(?=\w)", "\\g<0>\u200b"),
    )
)


def report_pdf(report: GapReport, sitting: Sitting, language: str) -> bytes:
    """The bytes of a report in `language`, "fr" or "en"; days are those of Django's current time zone."""
    words = drawable(report_words(report, sitting, language))
    words["how"]["sha256"] = report.catalogue.sha256  # whole, without places to break: it is there to be copied
    document = json.dumps(words, ensure_ascii=False)
    moment = int(sitting.finished.timestamp())
    data = _laid_out(document, moment, tight=0)
    for tight in _TIGHTER if words["plan"] and not words["notes"] else ():
        if _pages(data) <= MOST_PAGES:
            break
        data = _laid_out(document, moment, tight=tight)
    return data


def _laid_out(document: str, moment: int, *, tight: int) -> bytes:
    found: bytes = typst.compile(
        _layout(),
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"report": document, "tight": str(tight)},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=moment,
    )
    return found


def _pages(data: bytes) -> int:
    """How many pages a file of ours has, as the root of its pages says."""
    counted = re.search(rb"/Type/Pages/Count (\d+)", data)
    assert counted is not None  # noqa: S101 (for the type checker: every PDF has such a root)
    return int(counted[1])


@cache
def _layout() -> bytes:
    return LAYOUT.read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Those of the package only, so that the bytes are the same on every machine."""
    return typst.Fonts(include_system_fonts=False)


def drawable(value: Any) -> Any:
    """The value with all of its texts as the fonts can draw them.

    Line ends of every kind become one kind, other control characters spaces. What is invisible goes, and so do marks
    that cannot be placed; each other character without a glyph becomes U+FFFD. A very long word gets places to break.
    """
    if isinstance(value, dict):
        return {key: drawable(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [drawable(inner) for inner in value]
    return _drawable_text(value) if isinstance(value, str) else value


def _drawable_text(text: str) -> str:
    text = normalize("NFC", text)
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return text
