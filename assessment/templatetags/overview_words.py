"""How the overview of many says and draws its figures."""

from datetime import date
from fractions import Fraction

from django import template
from django.utils.formats import date_format, number_format

from assessment.overview import Split, signed_decimal
from assessment.scoring import one_decimal

register = template.Library()
FILLS = {"below": "#08564b", "at": "#9fc4bc", "above": "#fff"}


@register.filter
def signed(value: Fraction) -> str:
    """A figure of any sign with one decimal, with the sign that is as wide as a digit."""
    return number_format(signed_decimal(value), 1).replace("-", "\N{MINUS SIGN}")


@register.filter
def many(number: int) -> str:
    """A number that may be large, with its digits in groups."""
    return number_format(number, force_grouping=True)


@register.filter
def month_name(month: str) -> str:
    """A month such as "2026-11" in words."""
    return date_format(date.fromisoformat(f"{month}-01"), "YEAR_MONTH_FORMAT")


@register.filter
def segments(split: Split) -> list[tuple[str, str, str, str]]:
    """The parts of a bar 100 wide: which, where it starts, how wide it is, its colour on paper."""
    starts = (0, split.shares[0], split.shares[0] + split.shares[1], 1)
    edges = [one_decimal(Fraction(100) * start) for start in starts]
    parts = zip(FILLS, edges, edges[1:], strict=False)
    return [(part, str(start), str(end - start), FILLS[part]) for part, start, end in parts if end > start]
