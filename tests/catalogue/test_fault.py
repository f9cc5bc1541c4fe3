import ast
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue.check import check
from assessment.catalogue.file import CatalogueError, canonical, read
from assessment.fault import Fault
from assessment.strict_json import NotStrictJson, parse
from tests.examples import changed

ROOT = Path(__file__).parents[2]
TEXT_AT = {"Fault": 1, "NotStrictJson": 0}
FRENCH = {
    "%(later)d is below %(earlier)d, the level of %(grade)s": "%(grade)s demande %(earlier)d, plus que %(later)d",
    "the text is missing": "le texte manque",
}


def in_french(text: str) -> str:
    return FRENCH[text]


def parts(fault: Fault) -> tuple[str, str, dict[str, Any]]:
    return fault.place, fault.text, fault.values


def test_a_fault_is_its_line() -> None:
    fault = Fault("skills[7].name.fr", "%(length)d characters, %(most)d at most", length=121, most=120)
    assert fault == "skills[7].name.fr: 121 characters, 120 at most"
    assert parts(fault) == (
        "skills[7].name.fr",
        "%(length)d characters, %(most)d at most",
        {"length": 121, "most": 120},
    )


def test_a_fault_of_the_whole_has_no_place_before_it() -> None:
    assert Fault("", "the text is missing") == "the text is missing"


def test_a_fault_of_the_check_is_said_in_another_language_with_its_values_in_another_order() -> None:
    (fault,) = check(changed({"roles.0.requirements.A.levels.new": 5}))
    assert fault == "roles[0].requirements.A.levels.old: 4 is below 5, the level of new"
    assert fault.place == "roles[0].requirements.A.levels.old"
    assert fault.values == {"later": 4, "earlier": 5, "grade": "new"}
    assert fault.said(in_french) == "new demande 5, plus que 4"
    assert fault.said(str) == "4 is below 5, the level of new"


def test_the_parts_survive_reading_a_file() -> None:
    with pytest.raises(CatalogueError) as caught:
        read(canonical(changed({"skills.1.name.fr": " "})))
    (fault,) = caught.value.errors
    assert (fault.place, fault.said(in_french)) == ("skills[1].name.fr", "le texte manque")


def test_the_parts_survive_reading_what_is_not_json() -> None:
    with pytest.raises(NotStrictJson) as caught:
        parse(b'{"a": 1, "a": 2}')
    assert parts(caught.value.fault) == ("", "the key %(key)s stands twice in one object", {"key": "'a'"})
    with pytest.raises(CatalogueError) as refused:
        read(b'{"a": 1, "a": 2}')
    assert [parts(fault) for fault in refused.value.errors] == [parts(caught.value.fault)]


def test_values_from_outside_stay_on_one_line_in_every_language() -> None:
    fault = Fault("skills[0]", "no role requires %(code)s", code="a\nb" + "c" * 500)
    said = fault.said(str)
    assert (said.isprintable(), len(said) < 250, fault.values["code"][:3]) == (
        True,
        True,
        "a\N{REPLACEMENT CHARACTER}b",
    )


def test_a_percent_sign_in_a_value_is_only_text() -> None:
    fault = Fault("", "no role requires %(code)s", code="100 %(length)d %s")
    assert fault.said(str) == "no role requires 100 %(length)d %s"


def unmarked(tree: ast.AST) -> list[str]:
    """The faults whose text is written where they are made, outside gettext_noop: nobody would gather it."""
    calls = [(ast.unparse(node.func), node) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    texts = [(call, call.args[TEXT_AT[made]]) for made, call in calls if made in TEXT_AT]
    return [ast.unparse(call) for call, text in texts if isinstance(text, ast.Constant | ast.JoinedStr | ast.BinOp)]


@pytest.mark.parametrize("path", sorted((ROOT / "assessment").rglob("*.py")), ids=lambda path: path.name)
def test_every_text_of_a_fault_is_marked_for_translation(path: Path) -> None:
    assert unmarked(ast.parse(path.read_text())) == []


def test_a_text_that_is_not_marked_is_found() -> None:
    assert unmarked(ast.parse("Fault(place, 'a text')\nNotStrictJson(f'a {text}')\nFault(place, TEXT, a=1)")) == [
        "Fault(place, 'a text')",
        "NotStrictJson(f'a {text}')",
    ]
