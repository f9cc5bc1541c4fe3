"""What people were told is done, beside what is in the database."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from tests.nodes.visitors import Told

Row = tuple[Any, ...]
# Made-up assessments have no link.
ASSESSMENTS = (
    "SELECT uuid::text, answers, finished IS NOT NULL FROM assessment_assessment WHERE token_sha256 IS NOT NULL"
)
LINKS = "SELECT a.uuid::text, s.name FROM assessment_share s JOIN assessment_assessment a ON a.id = s.assessment_id"


def together(people: Iterable[Told]) -> Told:
    """What all of them were told."""
    whole = Told()
    for told in people:
        whole.answers |= told.answers
        whole.finished |= told.finished
        whole.shares += told.shares
        whole.requests += told.requests
        whole.errors += told.errors
    return whole


def compare(told: Told, assessments: Iterable[Row], links: Iterable[Row]) -> dict[str, int]:
    """How much was lost, and how much is there that nobody was told of; all 0 where all is well.

    The rows are what the database answers to ASSESSMENTS and to LINKS.
    Everybody has sent everything until it was answered, so what nobody was told of was made twice.
    """
    rows = {uuid: (answers, is_finished) for uuid, answers, is_finished in assessments}
    answers = {(uuid, code): str(given) for uuid, (found, _) in rows.items() for code, given in found.items()}
    finished = {uuid for uuid, (_, is_finished) in rows.items() if is_finished}
    said = {(uuid, code): answer for uuid, given in told.answers.items() for code, answer in given.items()}
    shares, promised = Counter(links), Counter(told.shares)
    return {
        "assessments lost": len(told.answers.keys() - rows.keys()),
        "assessments doubled": len(rows.keys() - told.answers.keys()),
        "answers lost": len(said.items() - answers.items()),
        "finished assessments lost": len(told.finished - finished),
        "shared links lost": (promised - shares).total(),
        "shared links doubled": (shares - promised).total(),
        "errors shown to people": len(told.errors),
    }
