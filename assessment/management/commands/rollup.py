"""Count what waits to be counted, prove the counts, or count anew."""

from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Exists, OuterRef

from assessment.models import Assessment, CatalogueVersion, Rollup, Uncounted
from assessment.models.rollup import Counts, Tally, added, skills_asked
from assessment.models.snapshot import snapshot

BATCH = 5_000
Group = tuple[int, str, str]  # the key of a catalogue version, role, grade


class Command(BaseCommand):
    """`manage.py rollup [--check | --rebuild]`."""

    help = (
        "Count the finished assessments that wait to be counted, for overviews of many. Those of a role and a grade "
        "wait until there are as many as GROUP_FLOOR says."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do."""
        either = parser.add_mutually_exclusive_group()
        either.add_argument("--check", action="store_true", help="compare what was counted with a recount of everybody")
        either.add_argument(
            "--rebuild",
            action="store_true",
            help="forget what was counted and count everybody anew, after a change of GROUP_FLOOR for example; takes "
            "back what overviews have shown, so that numbers from before and from after may differ by fewer people "
            "than GROUP_FLOOR",
        )

    def handle(self, *, check: bool, rebuild: bool, **options: Any) -> None:
        """One line, or in a check that finds something a line for each difference."""
        if check:
            self.stdout.write(checked())
            return
        if rebuild:
            Uncounted.objects.start_over()
        self.stdout.write(f"{sum(iter(lambda: Uncounted.objects.advance(BATCH), 0))} counted")


def checked() -> str:
    """That all is equal. Raises CommandError, a line for each difference."""
    with snapshot():
        counted, tallies = stored(), recounted()
        numbers = dict(CatalogueVersion.objects.values_list("pk", "number"))
        found = {group: tally.counts(skills_asked(group[1], [group[0]])[group[0]]) for group, tally in tallies.items()}
    groups = sorted(counted.keys() | found.keys())
    lines = (told(numbers[group[0]], group, counted.get(group, {}), found.get(group, {})) for group in groups)
    if wrong := "\n".join(chain.from_iterable(lines)):
        raise CommandError(wrong)
    here = sum(map(people_of, found.values()))
    erased = sum(map(people_of, counted.values())) - here
    return f"equal: {len(groups)} groups, {here} assessments" + (f"; {erased} erased since" if erased else "")


def told(number: int, group: Group, counted: Counts, found: Counts) -> Iterator[str]:
    """What is not equal in one group, a line each that names it."""
    _version, role, grade = group
    return (f"version {number}, {role}, {grade}, {line}" for line in differences(counted, found))


def stored() -> dict[Group, Counts]:
    """What was counted, of all months and what waits together."""
    found: dict[Group, Counts] = {}
    for version, role, grade, counts in Rollup.objects.values_list("version_id", "role", "grade", "counts"):
        group = (version, role, grade)
        found[group] = added(found.get(group, {}), counts)
    return found


def recounted() -> dict[Group, Tally]:
    """The same from the assessments that are there and were counted."""
    waits = Exists(Uncounted.objects.filter(pk=OuterRef("pk")))
    there = Assessment.objects.filter(~waits, finished__isnull=False)
    tallies: defaultdict[Group, Tally] = defaultdict(Tally)
    for version, role, grade, answers in there.values_list("version_id", "role", "grade", "answers").iterator():
        tallies[version, role, grade].add(answers)
    return tallies


def people_of(counts: Counts) -> int:
    """How many people were counted: each gave every skill an answer or none."""
    return max((sum(given.values()) for given in counts.values()), default=0)


def differences(counted: Counts, found: Counts) -> Iterator[str]:
    """What is not equal, a line each. Who was erased since is still counted: as many people for every skill."""
    erased = people_of(counted) - people_of(found)
    if erased < 0:
        yield f"{people_of(counted)} people counted, {people_of(found)} found"
    for code in sorted(counted.keys() | found.keys()):
        yield from differences_of(code, counted.get(code, {}), found.get(code, {}), erased)


def differences_of(code: str, had: Mapping[str, int], has: Mapping[str, int], erased: int) -> Iterator[str]:
    """The same of one skill."""
    if sum(had.values()) - sum(has.values()) != erased:
        yield f"{code}: {sum(had.values())} people counted, {sum(has.values())} found"
    for answer in sorted(had.keys() | has.keys()):
        before, after = had.get(answer, 0), has.get(answer, 0)
        if not 0 <= before - after <= max(0, erased):
            yield f"{code} {answer or 'no answer'}: {before} counted, {after} found"
