"""Several nodes: a short run of `python -m tests.nodes`, and that what it compares can tell a loss."""

import subprocess
import sys

import pytest

from tests.nodes.clusters import programs
from tests.nodes.truth import compare, together
from tests.nodes.visitors import Told, hidden
from tests.processes import ROOT

NOTHING = {
    "assessments lost": 0,
    "assessments doubled": 0,
    "answers lost": 0,
    "finished assessments lost": 0,
    "shared links lost": 0,
    "shared links doubled": 0,
    "errors shown to people": 0,
}
STORED = [("a", {"T1": 3, "T2": "dk"}, True), ("b", {}, False)]
LINKS = [("a", "Reader 0")]


@pytest.mark.skipif(programs() is None, reason="PostgreSQL's server programs are not there")
def test_nothing_is_lost_or_doubled_when_a_node_and_the_primary_are_killed() -> None:
    command = [sys.executable, "-m", "tests.nodes", "--seconds", "2", "--people", "4", "--assessments", "100"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {f"{what}: 0" for what in NOTHING} <= {*done.stdout.splitlines()}


def told(**changes: object) -> Told:
    """What people were told who hold all that is stored, but for some changes."""
    found = Told(finished={"a"}, shares=[*LINKS])
    found.answers |= {"a": {"T1": "3", "T2": "dk"}, "b": {}}
    for name, value in changes.items():
        setattr(found, name, value)
    return found


def test_what_is_stored_as_it_was_told_is_no_fault() -> None:
    assert compare(told(), STORED, LINKS) == NOTHING


@pytest.mark.parametrize(
    ("fault", "numbers"),
    [
        ({"answers": {"a": {"T1": "3"}, "b": {}, "c": {}}}, {"assessments lost": 1}),
        ({"answers": {"a": {"T1": "3"}}}, {"assessments doubled": 1}),
        ({"answers": {"a": {"T1": "2"}, "b": {"T1": "3"}}}, {"answers lost": 2}),
        ({"finished": {"a", "b"}}, {"finished assessments lost": 1}),
        ({"shares": [*LINKS, ("b", "Reader 1")]}, {"shared links lost": 1}),
        ({"shares": []}, {"shared links doubled": 1}),
        ({"errors": ["GET /en/"]}, {"errors shown to people": 1}),
    ],
)
def test_each_loss_and_each_double_is_told(fault: dict[str, object], numbers: dict[str, int]) -> None:
    assert compare(told(**fault), STORED, LINKS) == NOTHING | numbers


def test_a_link_that_was_made_twice_is_told() -> None:
    assert compare(told(), STORED, LINKS * 2) == NOTHING | {"shared links doubled": 1}


def test_what_several_people_were_told_is_put_together() -> None:
    other = Told(finished={"c"}, shares=[("c", "Reader 0")], errors=["GET /en/"])
    other.answers["c"]["T1"] = "0"
    whole = together([told(), other])
    assert [*whole.answers] == ["a", "b", "c"]
    assert (whole.finished, len(whole.shares), whole.errors) == ({"a", "c"}, 2, ["GET /en/"])


def test_the_hidden_fields_of_a_form_are_sent_as_they_came() -> None:
    page = '<input type="hidden" name="no" value=""><main><input type="hidden" name="a" value="1 &amp; 2">\n'
    assert hidden(f'{page}<input type="radio" name="b" value="3" checked></main>') == [("a", "1 & 2")]


@pytest.mark.skipif(programs() is None, reason="PostgreSQL's server programs are not there")
def test_what_many_weigh_is_told() -> None:
    command = [sys.executable, "-m", "tests.nodes.sizes", "--assessments", "1000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "== 1,000 assessments" in done.stdout
    assert "results in the administration: " in done.stdout
