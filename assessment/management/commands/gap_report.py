"""Compute a gap report from two files."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessment.exports.report_json import report_json
from assessment.management.files import FILE_HELP, catalogue_from, json_from
from assessment.scoring import AnswersError, gap_report, read_answers


class Command(BaseCommand):
    """`manage.py gap_report --catalogue FILE --role R --grade G --answers FILE`."""

    help = "Print the gap report of an answers file as JSON; needs no database."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The catalogue, the target, the answers."""
        parser.add_argument("--catalogue", metavar="FILE", required=True, help=FILE_HELP)
        parser.add_argument("--role", required=True, help="the code of a role")
        parser.add_argument("--grade", required=True, help="the code of a grade")
        parser.add_argument("--answers", metavar="FILE", required=True, help=FILE_HELP)

    def handle(self, *, catalogue: str, role: str, grade: str, answers: str, **options: Any) -> None:
        """Print the report, the same bytes as the site's but for the version's number, which is null."""
        known = catalogue_from(catalogue)
        _refuse_unknown("role", role, list(known.role_by_code))
        _refuse_unknown("grade", grade, list(known.grade_by_code))
        try:
            given = read_answers(json_from(answers), known)
        except AnswersError as error:
            raise CommandError("\n".join(f"{answers}: {line}" for line in error.errors)) from error
        self.stdout.write(report_json(gap_report(known, role, grade, given), None).decode(), ending="")


def _refuse_unknown(what: str, code: str, known: list[str]) -> None:
    if code not in known:
        raise CommandError(f"--{what}: there is no {code!r}; the catalogue has {', '.join(known)}")
