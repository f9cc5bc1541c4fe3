"""The commands: good input, and every bad input in one line that says what is wrong and where."""

import hashlib
import io
import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from assessment.catalogue.check import check
from assessment.catalogue.file import SHIPPED, CatalogueError, build, canonical, read
from assessment.exchange.files import read_any
from assessment.exchange.skills_table import skills_csv
from assessment.exports.report_json import report_json
from assessment.models import Assessment, CatalogueChange, CatalogueVersion, DraftSkill
from assessment.models.drafting import draft_document
from assessment.scoring import AnswersError, gap_report, read_answers
from profiles.models import User
from tests.editors import fill_draft
from tests.examples import WORKED_ANSWERS, document, shipped, tiny_document
from tests.people import edited_document, everything_stored
from tests.processes import NO_DATABASE, manage

UNREACHABLE = "postgresql://nobody@127.0.0.1:1/nothing"
NOT_JSON = {
    "empty": b"",
    "words": b"not JSON",
    "latin-1": '{"a": "é"}'.encode("latin-1"),
    "nan": b'{"a": NaN}',
    "twice": b'{"a": 1, "a": 2}',
    "deep": b"[" * 100_000,
    "large": b'"' + b"x" * 5_000_000 + b'"',
    "digits": b"9" * 5_000,
    "surrogate": rb'"\ud800"',
    "nul": rb'"\u0000"',
    "zip": b"PK\x03\x04\x00\x00",
}
NO_CATALOGUE = NOT_JSON | {
    "list": b"[]",
    "null": b"null",
    "other format": b'{"format": "careerquiz-catalogue/2"}',
    "sections missing": b'{"format": "careerquiz-catalogue/1"}',
    "many errors": canonical(tiny_document(grades=[], levels=[], skills="none")),
}
NO_ANSWERS: dict[str, bytes] = {
    "list": b"[]",
    "null": b"null",
    "unknown skill": b'{"X9": 3}',
    "level 6": b'{"T1": 6}',
    "boolean": b'{"T1": true}',
    "null level": b'{"T1": null}',
    "several": b'{"T1": "x", "X\\n9": 3, "T2": [], "T3": 1.5}',
}


def run(name: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(name, *arguments, stdout=out, no_color=True)
    return out.getvalue()


def errors(name: str, *arguments: str) -> list[str]:
    """The lines of the message of a command that refuses; it has written nothing else."""
    out = io.StringIO()
    with pytest.raises(CommandError) as caught:
        call_command(name, *arguments, stdout=out)
    assert (out.getvalue(), caught.value.returncode) == ("", 1)
    lines = str(caught.value).split("\n")
    assert all(line.isprintable() and line for line in lines), lines
    return lines


@pytest.fixture
def written(tmp_path: Path) -> Callable[[bytes], str]:
    def write(data: bytes) -> str:
        path = tmp_path / "given.json"
        path.write_bytes(data)
        return str(path)

    return write


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    def type_in(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return type_in


def what_is_wrong_with(data: bytes) -> list[str]:
    with pytest.raises(CatalogueError) as caught:
        read(data)
    return list(caught.value.errors)


def report_arguments(**changes: str) -> list[str]:
    given = {"catalogue": str(SHIPPED), "role": "devops", "grade": "confirmed", "answers": "-"} | changes
    return [f"--{name}={value}" for name, value in given.items()]


# check_catalogue


def test_a_good_catalogue_is_counted_and_hashed() -> None:
    found = shipped()
    said = f"{SHIPPED}: good, {len(found.skills)} skills, {len(found.roles)} roles, SHA-256 {found.sha256}\n"
    assert run("check_catalogue", str(SHIPPED)) == said


def test_a_catalogue_is_read_from_standard_input(typed: Callable[[bytes], None]) -> None:
    typed(canonical(tiny_document()))
    assert run("check_catalogue", "-") == f"-: good, 2 skills, 1 roles, SHA-256 {build(tiny_document()).sha256}\n"


@pytest.mark.parametrize("data", NO_CATALOGUE.values(), ids=NO_CATALOGUE.keys())
def test_a_bad_catalogue_gives_a_line_an_error(data: bytes, written: Callable[[bytes], str]) -> None:
    path = written(data)
    assert errors("check_catalogue", path) == [f"{path}: {line}" for line in what_is_wrong_with(data)]


@pytest.mark.parametrize("name", ["nothing.json", "", "a\x00b", "x" * 5_000, "nothing.json/nothing.json"])
def test_a_file_that_cannot_be_read_gives_one_line(name: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError) as caught:
        call_command("check_catalogue", f"{tmp_path}/{name}")
    assert len(str(caught.value).splitlines()) == 1
    assert str(caught.value).startswith(f"{tmp_path}/{name}: ")


# load_catalogue and dump_catalogue


@pytest.mark.django_db
def test_loading_publishes_nothing_without_being_told_to() -> None:
    assert "version 1" in run("load_catalogue")
    assert not CatalogueVersion.objects.exists()
    assert draft_document() == document()
    CatalogueVersion.objects.publish(shipped())
    assert "version 2" in run("load_catalogue", str(SHIPPED))
    assert CatalogueVersion.objects.count() == 1


@pytest.mark.django_db
def test_loading_leaves_the_work_of_editors_alone(written: Callable[[bytes], str]) -> None:
    run("load_catalogue", "--publish")
    DraftSkill.objects.filter(code="T1").update(name_en="Mine")
    mine = draft_document()
    path = written(canonical(tiny_document()))
    assert errors("load_catalogue", path) == [
        "the draft holds changes that are not published; --replace does away with them"
    ]
    assert run("load_catalogue", path, "--publish").count("\n") == 2
    assert CatalogueVersion.objects.count() == 2
    assert draft_document() == mine
    run("load_catalogue", path, "--replace")
    assert draft_document() == tiny_document()


@pytest.mark.django_db
def test_the_draft_follows_what_is_published(written: Callable[[bytes], str]) -> None:
    run("load_catalogue", "--publish")
    assert draft_document() == document()
    run("load_catalogue", written(canonical(tiny_document())), "--publish", "--note", "Smaller")
    assert draft_document() == tiny_document()
    assert [version.note for version in CatalogueVersion.objects.all()] == ["Smaller", ""]


@pytest.mark.django_db
def test_loading_publishes_the_next_version(written: Callable[[bytes], str]) -> None:
    assert run("load_catalogue", "--publish") == f"published as version 1, SHA-256 {shipped().sha256}\n"
    tiny = build(tiny_document())
    path = written(canonical(tiny_document()))
    assert run("load_catalogue", path, "--publish") == f"published as version 2, SHA-256 {tiny.sha256}\n"
    assert [version.catalogue for version in CatalogueVersion.objects.all()] == [tiny, shipped()]


@pytest.mark.django_db
def test_loading_what_is_published_does_nothing(published: CatalogueVersion) -> None:
    assert run("load_catalogue", "--publish").count("\n") == 1
    assert list(CatalogueVersion.objects.all()) == [published]


@pytest.mark.django_db
def test_loading_if_none_is_published_leaves_any_version(written: Callable[[bytes], str]) -> None:
    run("load_catalogue", written(canonical(tiny_document())), "--publish", "--if-none")
    assert run("load_catalogue", "--publish", "--if-none").startswith("version 1 ")
    assert CatalogueVersion.objects.get().catalogue == build(tiny_document())


@pytest.mark.django_db
@pytest.mark.parametrize("data", NO_CATALOGUE.values(), ids=NO_CATALOGUE.keys())
def test_a_bad_catalogue_is_not_published(data: bytes, written: Callable[[bytes], str]) -> None:
    path = written(data)
    assert errors("load_catalogue", path, "--publish") == [f"{path}: {line}" for line in what_is_wrong_with(data)]
    assert not CatalogueVersion.objects.exists()


@pytest.mark.django_db
def test_a_dump_loads_to_the_same_bytes(typed: Callable[[bytes], None]) -> None:
    scrambled = json.dumps(dict(reversed(document().items()))).encode()
    typed(scrambled)
    run("load_catalogue", "-", "--publish")
    dumped = run("dump_catalogue")
    assert dumped.encode() == SHIPPED.read_bytes()
    assert hashlib.sha256(dumped.encode()).hexdigest() == CatalogueVersion.objects.get().sha256
    typed(dumped.encode())
    assert "nothing to do" in run("load_catalogue", "-", "--publish")


@pytest.mark.django_db
def test_each_version_can_be_dumped(published: CatalogueVersion) -> None:
    CatalogueVersion.objects.publish(build(tiny_document()))
    assert run("dump_catalogue").encode() == canonical(tiny_document())
    assert run("dump_catalogue", "--version", "2").encode() == canonical(tiny_document())
    assert run("dump_catalogue", "--version=1").encode() == SHIPPED.read_bytes()


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["2", "0", "-1", "9" * 30])
def test_a_version_that_is_not_there_gives_one_line(published: CatalogueVersion, number: str) -> None:
    (line,) = errors("dump_catalogue", "--version", number)
    assert number in line


@pytest.mark.django_db
def test_dumping_before_publishing_gives_one_line() -> None:
    assert len(errors("dump_catalogue")) == 1


# The draft: import_draft, and dump_catalogue --draft


FORMS = ["catalogue", "skills-xlsx", "skills-csv-fr", "skills-csv-en", "case"]
ESCO = (
    b"conceptUri,preferredLabel\nhttp://data.europa.eu/esco/skill/7,A (en)\nhttp://data.europa.eu/esco/skill/8,Other\n"
)
NO_DRAFT = NO_CATALOGUE | {
    "no columns": b"name;text\r\nT1;x\r\n",
    "an unknown competency": skills_csv(tiny_document(), "en").replace(b"HEAD", b"NECK"),
    "two wrong cells": skills_csv(tiny_document(), "fr").replace(b"A1 fr", b"x" * 301).replace(b"B1 en", b"y" * 301),
    "no package": b'{"CFItems": []}',
    "no address": b"conceptUri,preferredLabel\nnowhere,A (en)\n",
}


def edited_tiny() -> dict[str, Any]:
    """The tiny catalogue after one anchor was changed, which every form holds."""
    found = tiny_document()
    found["skills"][1]["anchors"]["en"][3] = "Edited"
    return found


def dumped(tmp_path: Path, form: str, *which: str) -> str:
    """The path of a file that holds a catalogue in a form."""
    path = str(tmp_path / f"dumped-{form}")
    assert run("dump_catalogue", *which, f"--format={form}", "--output", path) == ""
    return path


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_the_draft_goes_through_a_file_of_every_form_and_back(form: str, tmp_path: Path) -> None:
    fill_draft(edited_tiny())
    path = dumped(tmp_path, form, "--draft")
    assert run("import_draft", path, "--apply") == f"{path}: 0 changes, done\n"
    assert draft_document() == edited_tiny()
    fill_draft(tiny_document())
    assert run("import_draft", path, "--apply") == (f"changed: skills B (anchors.en[3])\n{path}: 1 changes, done\n")
    assert draft_document() == edited_tiny()


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_catalogue_goes_through_a_file_of_every_form_and_back(
    form: str, tmp_path: Path, drafted: CatalogueVersion
) -> None:
    path = dumped(tmp_path, form, "--version=1")
    assert run("import_draft", path) == f"{path}: 0 changes, nothing was written; --apply does it\n"
    assert Path(dumped(tmp_path, form)).read_bytes() == Path(path).read_bytes()


@pytest.mark.django_db
def test_a_dry_run_says_what_would_change_and_writes_nothing(written: Callable[[bytes], str]) -> None:
    fill_draft(document())
    before = everything_stored()
    path = written(canonical(edited_document()))
    said = run("import_draft", path).splitlines()
    assert everything_stored() == before
    assert said == [
        "changed: skills T2 (anchors.en[2], anchors.en[5], anchors.fr[2], anchors.fr[5], name.en, name.fr)",
        "changed: skills T5 (replaced_by, retired)",
        "added: skills T9",
        "changed: requirements devops T1 (levels.confirmed, levels.senior)",
        "changed: requirements devops G1 (levels.confirmed)",
        "changed: requirements devops C1 (weight)",
        "added: requirements devops T9",
        "removed: requirements devops G4",
        f"{path}: 8 changes, nothing was written; --apply does it",
    ]


@pytest.mark.django_db
def test_an_import_that_is_applied_is_the_draft_and_in_the_history(written: Callable[[bytes], str]) -> None:
    fill_draft(document())
    CatalogueChange.objects.all().delete()
    path = written(canonical(edited_document()))
    said = run("import_draft", path).splitlines()
    applied = run("import_draft", path, "--apply").splitlines()
    assert (applied[:-1], applied[-1]) == (said[:-1], f"{path}: {len(said) - 1} changes, done")
    assert draft_document() == edited_document()
    found = CatalogueChange.objects.order_by("pk")
    assert [f"{row.kind}: {row.section} {row.code}" for row in found] == [line.partition(" (")[0] for line in said[:-1]]
    assert {(row.by, row.action, row.note) for row in found} == {(None, "import", path)}
    assert not CatalogueVersion.objects.exists()


@pytest.mark.django_db
def test_addresses_of_esco_are_attached_and_what_fits_nowhere_is_said(typed: Callable[[bytes], None]) -> None:
    fill_draft(tiny_document())
    typed(ESCO)
    reading = read_any(ESCO, tiny_document())
    *left, change, last = run("import_draft", "-", "--apply").splitlines()
    assert left == [f"not taken: {fault}" for fault in reading.left_out] != []
    assert [change, last] == ["changed: skills A (references.esco)", "-: 1 changes, done"]
    assert DraftSkill.objects.get(code="A").esco == "http://data.europa.eu/esco/skill/7"


@pytest.mark.django_db
@pytest.mark.parametrize("apply", [(), ("--apply",)])
@pytest.mark.parametrize("data", NO_DRAFT.values(), ids=NO_DRAFT.keys())
def test_a_file_that_is_refused_gives_a_line_an_error_and_changes_nothing(
    data: bytes, apply: tuple[str, ...], written: Callable[[bytes], str]
) -> None:
    fill_draft(tiny_document())
    before = everything_stored()
    path = written(data)
    wanted = [f"{path}: {fault}" for fault in read_any(data, tiny_document()).faults]
    assert errors("import_draft", path, *apply) == wanted != []
    assert everything_stored() == before


@pytest.mark.django_db
def test_an_unfinished_catalogue_may_become_the_draft(written: Callable[[bytes], str]) -> None:
    blank = edited_tiny()
    blank["skills"][1]["anchors"]["en"][3] = ""
    run("import_draft", written(canonical(blank)), "--apply")
    assert draft_document() == blank


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_an_unfinished_draft_is_dumped_but_for_forms_that_cannot_hold_it(form: str, tmp_path: Path) -> None:
    blank = edited_tiny()
    blank["skills"][1]["anchors"]["en"][3] = ""
    blank["roles"][0]["requirements"] = {}
    fill_draft(blank)
    path = str(tmp_path / "draft")
    if form == "case":
        assert errors("dump_catalogue", "--draft", "--format=case", "--output", path) == [
            f"the draft: {error}" for error in check(blank)
        ]
        assert not Path(path).exists()
    else:
        assert run("dump_catalogue", "--draft", f"--format={form}", "--output", path) == ""
        assert read_any(Path(path).read_bytes(), blank).document == blank


@pytest.mark.django_db
def test_a_draft_that_nobody_made_is_dumped_as_what_it_is() -> None:
    assert json.loads(run("dump_catalogue", "--draft")) == draft_document()
    assert errors("dump_catalogue", "--draft", "--format=case")[0].startswith("the draft: ")


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_a_form_has_the_same_bytes_on_standard_output(
    form: str, tmp_path: Path, published: CatalogueVersion, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = dumped(tmp_path, form)
    call_command("dump_catalogue", f"--format={form}")
    assert capsysbinary.readouterr() == (Path(path).read_bytes(), b"")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "no/such/folder", "x" * 5_000, "a\x00b"])
@pytest.mark.parametrize("form", ["catalogue", "skills-xlsx"])
def test_a_file_that_cannot_be_written_gives_one_line(
    form: str, name: str, tmp_path: Path, published: CatalogueVersion
) -> None:
    with pytest.raises(CommandError) as caught:
        call_command("dump_catalogue", f"--format={form}", "--output", f"{tmp_path}/{name}")
    assert len(str(caught.value).splitlines()) == 1
    assert str(caught.value).startswith(f"{tmp_path}/{name}: cannot be written: ")


@pytest.mark.django_db
def test_an_import_that_cannot_be_read_gives_one_line(tmp_path: Path) -> None:
    (line,) = errors("import_draft", f"{tmp_path}/nothing.csv", "--apply")
    assert line.startswith(f"{tmp_path}/nothing.csv: cannot be read: ")


# gap_report


def test_the_worked_person_has_the_worked_figures(typed: Callable[[bytes], None]) -> None:
    typed(json.dumps(WORKED_ANSWERS).encode())
    found = json.loads(run("gap_report", *report_arguments()))
    assert found["readiness"] == {
        "value": "106/135",
        "percent": 78.5,
        "lower": {"value": "106/151", "percent": 70.2},
        "upper": {"value": "122/151", "percent": 80.8},
    }
    assert found["coverage"] == {"value": "23/26", "percent": 88.5}
    assert found["priorities"][:5] == ["T3", "G5", "T2", "T6", "T7"]
    assert found["catalogue"] == {"version": None, "sha256": shipped().sha256}


@pytest.mark.parametrize(("role", "grade"), [("devops", "junior"), ("devops", "confirmed"), ("mlops", "senior")])
def test_a_report_from_files_has_the_bytes_of_the_sites(
    role: str, grade: str, written: Callable[[bytes], str], typed: Callable[[bytes], None]
) -> None:
    typed(SHIPPED.read_bytes())
    answers = written(json.dumps(WORKED_ANSWERS).encode())
    said = run("gap_report", *report_arguments(catalogue="-", role=role, grade=grade, answers=answers))
    assert said.encode() == report_json(gap_report(shipped(), role, grade, WORKED_ANSWERS), None)


def test_a_report_without_answers_has_no_readiness(typed: Callable[[bytes], None]) -> None:
    typed(b"{}")
    assert json.loads(run("gap_report", *report_arguments()))["readiness"] is None


@pytest.mark.parametrize("data", NOT_JSON.values(), ids=NOT_JSON.keys())
def test_answers_that_are_no_json_give_one_line(data: bytes, written: Callable[[bytes], str]) -> None:
    path = written(data)
    (line,) = errors("gap_report", *report_arguments(answers=path))
    assert line.startswith(f"{path}: ")


@pytest.mark.parametrize("data", NO_ANSWERS.values(), ids=NO_ANSWERS.keys())
def test_bad_answers_give_a_line_an_error(data: bytes, written: Callable[[bytes], str]) -> None:
    path = written(data)
    with pytest.raises(AnswersError) as caught:
        read_answers(json.loads(data), shipped())
    assert errors("gap_report", *report_arguments(answers=path)) == [f"{path}: {line}" for line in caught.value.errors]


@pytest.mark.parametrize("data", NO_CATALOGUE.values(), ids=NO_CATALOGUE.keys())
def test_a_report_needs_a_good_catalogue(data: bytes, written: Callable[[bytes], str]) -> None:
    path = written(data)
    wanted = [f"{path}: {line}" for line in what_is_wrong_with(data)]
    assert errors("gap_report", *report_arguments(catalogue=path)) == wanted


@pytest.mark.parametrize("option", ["role", "grade"])
@pytest.mark.parametrize("code", ["", "DEVOPS", "x\ny", "\x00", "é" * 50])
def test_an_unknown_target_gives_one_line_with_those_there_are(option: str, code: str) -> None:
    known = shipped().role_by_code if option == "role" else shipped().grade_by_code
    (line,) = errors("gap_report", *report_arguments(**{option: code}))
    assert line.startswith(f"--{option}: ")
    assert line.endswith(", ".join(known))


# purge


def ended(version: CatalogueVersion, **fields: Any) -> Assessment:
    assessment, _ = Assessment.objects.start(version, "devops", "confirmed", "en")
    Assessment.objects.filter(pk=assessment.pk).update(**{"link_until": timezone.now() - timedelta(days=1)} | fields)
    return assessment


@pytest.mark.django_db
def test_purge_counts_and_erases_only_when_told_to(published: CatalogueVersion) -> None:
    open_link, _ = Assessment.objects.start(published, "devops", "confirmed", "en")
    owned = ended(published, owner=User.objects.create_user("ada@example.org"))
    ended(published)
    ended(published).finish()
    assert run("purge").startswith("2 ")
    assert Assessment.objects.count() == 4
    assert run("purge", "--delete").startswith("2 ")
    assert set(Assessment.objects.all()) == {open_link, owned}
    assert [run("purge").split()[0], run("purge", "--delete").split()[0]] == ["0", "0"]


# As an operator runs them


@pytest.mark.parametrize("address", [NO_DATABASE, UNREACHABLE])
def test_a_report_needs_no_database(address: str) -> None:
    answers = json.dumps(WORKED_ANSWERS).encode()
    wanted = report_json(gap_report(shipped(), "devops", "confirmed", WORKED_ANSWERS), None).decode()
    assert manage("gap_report", *report_arguments(), given=answers, DATABASE_URL=address) == (0, wanted, "")


def test_checking_needs_no_database() -> None:
    status, out, err = manage("check_catalogue", "-", given=SHIPPED.read_bytes())
    assert (status, out.count("\n"), err) == (0, 1, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check_catalogue", "no-such-file"],
        ["check_catalogue", "-"],
        ["gap_report", *report_arguments(role="x")],
        ["gap_report", *report_arguments(answers="no-such-file")],
        ["dump_catalogue"],
        ["dump_catalogue", "--draft", "--format=case"],
        ["import_draft", "no-such-file"],
        ["import_draft", str(SHIPPED), "--apply"],
        ["load_catalogue", "--publish"],
        ["purge"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said_in_one_line_and_status_1(arguments: list[str]) -> None:
    status, out, err = manage(*arguments)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check_catalogue"],
        ["check_catalogue", "a", "b"],
        ["load_catalogue", "--no-such-option"],
        ["dump_catalogue", "--version", "first"],
        ["dump_catalogue", "--version", "1", "--draft"],
        ["dump_catalogue", "--draft", "--format", "pdf"],
        ["dump_catalogue", "--output"],
        ["import_draft"],
        ["import_draft", "a", "b"],
        ["gap_report", "--role", "devops"],
        ["purge", "now"],
    ],
    ids=" ".join,
)
def test_wrong_usage_has_status_2(arguments: list[str]) -> None:
    status, out, err = manage(*arguments)
    assert (status, out) == (2, "")
    assert err.splitlines()[-1].startswith(f"manage.py {arguments[0]}: error: ")
    assert "Traceback" not in err


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii"])
def test_a_dump_has_its_hash_whatever_the_terminal_speaks(encoding: str, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'careerquiz.sqlite3'}"
    assert manage("migrate", "--verbosity=0", DATABASE_URL=address) == (0, "", "")
    assert manage("load_catalogue", "--publish", DATABASE_URL=address)[0] == 0
    status, out, err = manage("dump_catalogue", DATABASE_URL=address, PYTHONIOENCODING=encoding)
    assert (status, out.encode(), err) == (0, SHIPPED.read_bytes(), "")


def test_the_name_of_a_file_may_be_no_text(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'careerquiz.sqlite3'}"
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.json")
    Path(odd).write_bytes(canonical(tiny_document()))
    assert manage("migrate", "--verbosity=0", DATABASE_URL=address) == (0, "", "")
    for arguments in (["check_catalogue", odd], ["import_draft", odd, "--apply"], ["load_catalogue", odd, "--publish"]):
        status, out, err = manage(*arguments, DATABASE_URL=address)
        assert (status, "caf\\udce9.json: " in out or "published as version 1" in out, err) == (0, True, "")
    status, out, err = manage("import_draft", f"{odd}x", DATABASE_URL=address)
    assert (status, out, err.count("\n")) == (1, "", 1)


def test_of_endless_errors_the_first_are_said_and_the_rest_counted(tmp_path: Path) -> None:
    wrong = document()
    wrong["missions"] = [None] * 600
    (tmp_path / "wrong.json").write_text(json.dumps(wrong), encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        call_command("check_catalogue", str(tmp_path / "wrong.json"))
    lines = str(caught.value).splitlines()
    assert len(lines) == 501
    assert lines[-1].startswith(f"{tmp_path / 'wrong.json'}: and ")
