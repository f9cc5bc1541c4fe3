"""Whatever a person opens, whichever list or file, holds nothing of another person."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from assessment.models import Assessment, CatalogueVersion, PlanItem, Share
from profiles.models import User
from tests.addresses import Scene, set_scene
from tests.examples import WORKED_ANSWERS
from tests.people import address, answer, begin, enter
from tests.raters import invited, rated

TEXTS = ("title", "note", "share", "invited", "asker", "rater", "step", "name")


def planted(person: str) -> dict[str, str]:
    """A text for each place where a person can write one."""
    return {text: f"{person}-{text}-planted" for text in TEXTS}


def plant(browser: Client, person: str, owner: User | None) -> None:
    """A finished assessment and a draft of one person, with something in every text about them."""
    texts = planted(person)
    finished, draft = begin(browser), begin(browser)
    answer(browser, finished, WORKED_ANSWERS)
    for assessment in (finished, draft):
        filled = {"title": texts["title"], "notes": {"T1": texts["note"]}, "owner": owner}
        Assessment.objects.filter(pk=assessment.pk).update(**filled)
    assert browser.post(address(finished, "review/")).status_code == 302
    finished.refresh_from_db()
    tomorrow = timezone.now() + timedelta(days=1)
    Share.objects.make(finished, texts["share"], tomorrow, with_notes=True)
    rated(invited(browser, finished, name=texts["invited"], asker=texts["asker"]), WORKED_ANSWERS, texts["rater"])
    gap = finished.gap_report().priorities[0].skill.code
    PlanItem.objects.create(assessment=finished, skill=gap, place=1, step=texts["step"])


@pytest.fixture
def scene(drafted: CatalogueVersion) -> Scene:
    """The usual scene, in which everybody has written something."""
    made = set_scene(drafted)
    for name in ("owner", "another", "signed in", "editor", "analyst"):
        owner = made.people.get(name)
        if owner:
            User.objects.filter(pk=owner.pk).update(display_name=planted(name.replace(" ", "-"))["name"])
        for _ in range(2):
            plant(made.browsers[name], name.replace(" ", "-"), owner)
    return made


@pytest.mark.ignore_template_errors
@pytest.mark.parametrize("who", ["anonymous", "owner", "another", "signed in", "editor", "analyst"])
def test_no_page_or_file_holds_anything_of_another_person(scene: Scene, who: str) -> None:
    others = {"owner", "another", "signed-in", "editor", "analyst"} - {who.replace(" ", "-")}
    told = {}
    for name, path in scene.paths.items():
        if name not in ("shared", "second-view"):  # of whose link one has, one is shown what it shows
            response = scene.browsers[who].get(path)
            body = (b"".join(response) if response.streaming else response.content).decode(errors="replace")
            told[name] = [one for one in others for text in planted(one).values() if text in body]
    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.parametrize("page", ["assessments/", "assessments/progress/?role=devops", "assessments/compare/"])
def test_a_list_names_all_that_is_ones_own_and_nothing_else(scene: Scene, page: str) -> None:
    for name in ("owner", "another", "signed in"):
        body = scene.browsers[name].get(f"/en/{page}").content.decode()
        titles = {one for one in ("owner", "another", "signed-in") if f"{one}-title-planted" in body}
        assert titles == {name.replace(" ", "-")}


def test_two_sittings_of_two_people_are_never_compared(scene: Scene) -> None:
    mine, theirs = (
        Assessment.objects.finished().filter(title=f"{name}-title-planted")[0] for name in ("owner", "another")
    )
    for before, after in ((mine, theirs), (theirs, mine), (theirs, theirs)):
        path = f"/en/assessments/compare/?before={before.uuid}&after={after.uuid}"
        assert scene.browsers["owner"].get(path).status_code == 404


def test_all_the_data_of_an_account_is_its_own(scene: Scene) -> None:
    ada = scene.people["signed in"]
    browser = Client()
    enter(browser, ada, just_now=True)
    body = browser.get("/en/accounts/data.json").content.decode()
    own = planted("signed-in")
    assert [text for text, word in own.items() if word not in body] == []
    others = [word for one in ("owner", "another", "editor", "analyst") for word in planted(one).values()]
    assert [word for word in others if word in body] == []
