"""A workbook to write in, with XlsxWriter: texts stay texts, and its bytes do not tell on which day it was made."""

import datetime as dt
import io

from xlsxwriter import Workbook  # type: ignore[import-untyped]

AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
SAME_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # the same content has the same bytes on any day


def workbook(data: io.BytesIO, created: dt.datetime = SAME_DAY, title: str = "") -> Workbook:
    """A workbook that is in `data` once it is closed; `with` closes it. `created`, in UTC, is the date it bears."""
    book = Workbook(data, AS_TEXT)
    book.set_properties({"created": created, "title": title})
    return book
