"""What a file that comes in says the draft should become."""

from dataclasses import dataclass
from typing import Any

from assessment.fault import Fault

Document = dict[str, Any]  # of the shape that docs/catalogue-format.md tells, as plain values


@dataclass(frozen=True)
class Reading:
    """The document that the draft would become, or None if the file is refused, for the reasons in `faults`.

    A reader takes the bytes of a file and the document of the present draft, and changes neither.
    """

    document: Document | None
    faults: tuple[Fault, ...] = ()
    left_out: tuple[Fault, ...] = ()  # what the file holds and the draft cannot take


def refused(*faults: Fault) -> Reading:
    """A file that changes nothing."""
    return Reading(None, faults)
