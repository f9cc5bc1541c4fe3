"""The grid of what a role requires: its rows, what is inherited, two editors at once, forged choices."""

from typing import Any

import pytest
from django.test import Client

from assessment.models import CatalogueChange, DraftRequirement, DraftRole
from assessment.models.drafting import draft_document
from tests.admin.room import last_changes, many, now, opened
from tests.editors import fill_draft, form_of, grid_of, list_of, one_of, page_of, row_of, save
from tests.examples import full_document, tiny_document, tiny_role, tiny_skill
from tests.people import Element, read, to_sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


def grid_document() -> dict[str, Any]:
    """Three skills, two of them of the competency HAND, D retired, and two roles: "boss" extends "maker"."""
    skills = [tiny_skill("A"), tiny_skill("B", "HEAD"), tiny_skill("C"), tiny_skill("D") | {"retired": True}]
    roles = [tiny_role("maker", A=(3, 2, 4), B=(1, 1, 2)), tiny_role("boss", "maker", B=(2, 3, 3))]
    return tiny_document(skills=skills, roles=roles)


@pytest.fixture
def editor(db: None) -> Client:
    fill_draft(grid_document())
    return one_of("editors")


def row(code: str, weight: object, new: object, old: object) -> dict[str, str]:
    """What is chosen for one skill."""
    return {f"weight-{code}": str(weight), f"level-{code}-new": str(new), f"level-{code}-old": str(old)}


def asked(role: str) -> dict[str, tuple[int, ...]]:
    """What a role requires of its own in the draft: weight and levels by skill."""
    found = next(item for item in draft_document()["roles"] if item["code"] == role)["requirements"]
    return {skill: (item["weight"], *item["levels"].values()) for skill, item in found.items()}


def chosen(page: Element) -> dict[str, str]:
    """What is chosen in every select of the grid."""
    return {
        select.attributes["name"]: next(
            (o.attributes["value"] for o in select.each("option") if "selected" in o.attributes), ""
        )
        for select in page.the("table", class_="grid").each("select")
    }


def faults(page: Element) -> dict[str, str]:
    """The errors of the rows, by the code of the skill."""
    spans = page.the("table", class_="grid").each("span", class_="error")
    return {s.attributes["id"].removeprefix("error-"): s.words for s in spans if "id" in s.attributes}


# What it shows


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("group", ["editors", "publishers", "analysts"])
def test_the_grid_opens_for_all_who_look_and_editors_choose(editor: Client, group: str, language: str) -> None:
    page = opened(one_of(group), grid_of("maker"), language)
    heads = [head.words for head in page.the("table", class_="grid").each("th", scope="col")]
    assert heads[2:4] == [f"new ({language})", f"old ({language})"]
    names = [head.words for head in page.the("table", class_="grid").each("th", scope="row")]
    assert [name.split(" (")[0] for name in names] == ["A – A", "B – B", "C – C", "D – D"]
    assert chosen(page) == row("A", 3, 2, 4) | row("B", 1, 1, 2) | row("C", "", "", "") | row("D", "", "", "")
    disabled = {"disabled" in select.attributes for select in page.each("select")}
    assert disabled == {group != "editors"}
    assert len(page.each("button", class_="button main")) == (group == "editors")


@pytest.mark.parametrize(("language", "weight"), [("fr", "poids"), ("en", "weight")])
def test_each_choice_names_its_skill_and_its_column_aloud(editor: Client, language: str, weight: str) -> None:
    page = opened(editor, grid_of("maker"), language)
    labels = {select.attributes["name"]: select.attributes["aria-label"] for select in page.each("select")}
    assert labels["weight-A"] == f"A – A ({language}), {weight}"
    assert labels["level-A-old"] == f"A – A ({language}), old – old ({language})"
    assert len(set(labels.values())) == len(labels) == 12


def test_a_retired_skill_is_marked(editor: Client) -> None:
    rows = opened(editor, grid_of("maker")).the("table", class_="grid").each("th", scope="row")
    assert ["retired" in head.words for head in rows] == [False, False, False, True]


def test_what_is_inherited_stands_beside_and_the_nearest_role_wins(db: None) -> None:
    document = grid_document()
    document["roles"].append(tiny_role("chief", "boss", C=(1, 1, 1)))
    fill_draft(document)

    def inherited(role: str) -> list[str]:
        rows = opened(one_of("analysts"), grid_of(role)).the("table", class_="grid").each("tr")[1:]
        return ["".join(c for c in tr.each("td", class_="quiet")[0].words if c in "0123456789–") for tr in rows]

    assert inherited("maker") == ["–", "–", "–", "–"]
    assert inherited("boss") == ["324", "112", "–", "–"]
    assert inherited("chief") == ["324", "233", "–", "–"]


def test_roles_that_go_round_in_a_circle_are_no_endless_page(editor: Client) -> None:
    DraftRole.objects.filter(code="maker").update(extends=row_of("roles", "boss").pk)
    assert opened(editor, grid_of("boss")).each("table", class_="grid") != []


# Saving


def test_the_grid_is_saved_at_once_as_one_change(editor: Client) -> None:
    since = now()
    changes = row("A", 1, 0, 5) | row("B", "", "", "") | row("C", 2, 3, 3)
    answer = save(editor, grid_of("maker"), **changes)
    assert (answer.status_code, answer.headers["Location"]) == (302, grid_of("maker"))
    assert (asked("maker"), asked("boss")) == ({"A": (1, 0, 5), "C": (2, 3, 3)}, {"B": (2, 3, 3)})
    assert last_changes(since) == [
        (
            "changed",
            "requirements",
            "maker A",
            {"weight": (3, 1), "levels.new": (2, 0), "levels.old": (4, 5)},
        ),
        (
            "added",
            "requirements",
            "maker C",
            {"weight": (None, 2), "levels.new": (None, 3), "levels.old": (None, 3)},
        ),
        (
            "removed",
            "requirements",
            "maker B",
            {"weight": (1, None), "levels.new": (1, None), "levels.old": (2, None)},
        ),
    ]
    who = set(CatalogueChange.objects.filter(pk__gt=since).values_list("at", "by__email", "action"))
    assert [(email, action) for _at, email, action in who] == [("editors@example.org", "edit")]


def test_a_grid_that_is_saved_as_it_is_changes_nothing(editor: Client) -> None:
    before, since = draft_document(), now()
    assert save(editor, grid_of("boss")).status_code == 302
    assert (draft_document(), last_changes(since)) == (before, [])


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "half",
    [
        row("C", 3, "", ""),
        row("C", "", 1, 2),
        row("C", 3, 1, ""),
        row("C", 3, "", 2),
        row("C", 3, 4, 2),
        row("A", "", 2, 4),
    ],
    ids=str,
)
def test_a_half_filled_or_falling_row_is_told_beside_it_and_above_with_everything_kept(
    editor: Client, half: dict[str, str], language: str
) -> None:
    before, since = draft_document(), now()
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    (code,) = {name.split("-")[1] for name in half}
    sent = form_of(editor, grid_of("maker")) | row("B", 3, 3, 3) | half
    page = read(editor.post(grid_of("maker"), sent))
    assert faults(page).keys() == {code}
    (link,) = page.the("div", role="alert").each("a")
    assert (link.attributes["href"], link.words) == (f"#weight-{code}", f"{code} – {code} ({language})")
    assert faults(page)[code] in page.the("div", role="alert").words
    assert page.the("select", id=f"weight-{code}").attributes["aria-describedby"] == f"error-{code}"
    assert {s.attributes["name"] for s in page.each("select", aria_invalid="true")} == set(row(code, 0, 0, 0))
    assert chosen(page) == {name: value for name, value in sent.items() if name.startswith(("weight-", "level-"))}
    assert (draft_document(), last_changes(since)) == (before, [])


def test_half_filled_and_falling_rows_are_told_apart_and_all_at_once(editor: Client) -> None:
    found = faults(read(save(editor, grid_of("maker"), **row("A", 3, 5, 0), **row("C", 3, "", 0))))
    assert (list(found), len(set(found.values()))) == (["A", "C"], 2)


def test_level_0_is_a_level(editor: Client) -> None:
    assert save(editor, grid_of("maker"), **row("C", 1, 0, 0)).status_code == 302
    assert asked("maker")["C"] == (1, 0, 0)
    assert chosen(opened(editor, grid_of("maker")))["level-C-new"] == "0"


@pytest.mark.parametrize(
    "forged",
    [
        row("A", 9, 2, 4),
        row("A", 0, 2, 4),
        row("A", "x", 2, 4),
        row("A", 3, "x", 4),
        row("A", 3, 2, 6),
        row("A", 3, -1, 4),
        row("A", "3.0", 2, 4),
        row("A", "٣", 2, 4),
        row("A", "\0", 2, 4),
        row("A", 3, 2, "9" * 5000),
        row("A", " 3", 2, 4),
    ],
    ids=lambda row: ascii(row)[:60],
)
def test_a_value_that_is_no_choice_is_refused(editor: Client, forged: dict[str, str]) -> None:
    before, since = draft_document(), now()
    assert faults(read(save(editor, grid_of("maker"), **forged))).keys() == {"A"}
    assert (draft_document(), last_changes(since)) == (before, [])


@pytest.mark.parametrize(
    "forged",
    [
        {"level-A-ancient": "5"},
        {"weight-NOPE": "3", "level-NOPE-new": "1", "level-NOPE-old": "1"},
        {"weight-": "3", "level--": "1", "role": "1", "id": "1", "competency": "HAND"},
    ],
    ids=str,
)
def test_a_choice_of_what_is_not_there_is_passed_over(editor: Client, forged: dict[str, str]) -> None:
    before, since = draft_document(), now()
    assert save(editor, grid_of("maker"), **forged).status_code == 302
    assert (draft_document(), last_changes(since)) == (before, [])


def test_rows_that_were_not_sent_stay_as_they_are(editor: Client) -> None:
    before = draft_document()
    shown = form_of(editor, grid_of("maker"))["shown"]
    assert editor.post(grid_of("maker"), {"shown": shown}).status_code == 302
    assert draft_document() == before
    editor.post(grid_of("maker"), {"shown": shown, "weight-A": "1"})
    assert asked("maker") == {"A": (1, 2, 4), "B": (1, 1, 2)}


def test_a_grade_that_was_added_asks_for_its_levels(editor: Client) -> None:
    save(editor, f"{list_of('grades')}add/", code="ancient")
    page = opened(editor, grid_of("maker"))
    assert chosen(page)["level-A-ancient"] == ""
    assert faults(read(save(editor, grid_of("maker")))).keys() == {"A", "B"}
    levels = {"level-A-ancient": "5", "level-B-ancient": "5"}
    assert save(editor, grid_of("maker"), **levels).status_code == 302
    assert asked("maker") == {"A": (3, 2, 4, 5), "B": (1, 1, 2, 5)}


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(editor: Client, method: str) -> None:
    before = draft_document()
    assert getattr(editor, method)(grid_of("maker"), row("A", 1, 1, 1)).status_code == 405
    assert draft_document() == before


# A competency at a time


@pytest.mark.parametrize("language", ["fr", "en"])
def test_one_competency_is_shown_alone_and_only_its_rows_are_saved(editor: Client, language: str) -> None:
    address = f"{grid_of('maker')}?competency=HEAD"
    page = opened(editor, address, language)
    assert chosen(page) == row("B", 1, 1, 2)
    nav = next(nav for nav in page.each("nav") if nav.each("ul", class_="choose"))
    assert [item.words for item in nav.each("li")][1:] == [f"HAND ({language})", f"HEAD ({language})"]
    assert [link.attributes["href"] for link in nav.each("a")] == ["?", "?competency=HAND"]
    assert nav.the("span", aria_current="true").words == f"HEAD ({language})"

    answer = save(editor, address, **row("B", 3, 3, 3), **row("A", 1, 1, 1), **row("C", 1, 1, 1))
    assert (answer.status_code, answer.headers["Location"]) == (302, address)
    assert asked("maker") == {"A": (3, 2, 4), "B": (3, 3, 3)}


@pytest.mark.parametrize("code", ["NOPE", "", "%00", "hand", "HAND%20"])
def test_an_unknown_competency_shows_all_and_saves_what_is_shown(editor: Client, code: str) -> None:
    address = f"{grid_of('maker')}?competency={code}"
    assert len(chosen(opened(editor, address))) == 12
    assert save(editor, address, **row("A", 1, 1, 1)).status_code == 302
    assert asked("maker") == {"A": (1, 1, 1), "B": (1, 1, 2)}


def test_a_competency_renamed_meanwhile_wipes_no_row_out(editor: Client) -> None:
    address = f"{grid_of('maker')}?competency=HEAD"
    sent = form_of(editor, address) | row("B", 3, 3, 3)
    save(editor, page_of("competencies", "HEAD"), code="MIND")
    page = read(editor.post(address, sent))
    assert asked("maker") == {"A": (3, 2, 4), "B": (1, 1, 2)}
    assert chosen(page) == row("A", 3, 2, 4) | row("B", 3, 3, 3) | row("C", "", "", "") | row("D", "", "", "")
    again = chosen(page) | {"shown": page.the("input", name="shown").attributes["value"]}
    assert editor.post(address, again).status_code == 302
    assert asked("maker") == {"A": (3, 2, 4), "B": (3, 3, 3)}


@pytest.mark.parametrize(("skills", "whole"), [(300, True), (301, False)])
def test_a_grid_too_large_for_one_form_comes_a_competency_at_a_time(db: None, skills: int, whole: bool) -> None:
    fill_draft(many(skills, 3))
    client = one_of("editors")
    for address in (grid_of("r0"), f"{grid_of('r0')}?competency=NOPE"):
        page = opened(client, address)
        assert len(chosen(page)) == (skills * 3 if whole else 303)
        (nav,) = (nav for nav in page.each("nav") if nav.each("ul", class_="choose"))
        current = nav.the("span", aria_current="true").words
        assert (current == "HAND (en)", len(nav.each("li"))) == (not whole, 4 if whole else 3)
        assert save(client, address, **row("S0", 1, 1, 1)).status_code == 302
    assert list(asked("r0").values()) == [(1, 1, 1), *[(3, 2, 4)] * (skills - 1)]


# Two editors


def test_the_second_editor_is_told_who_and_when_and_sees_what_is_stored(editor: Client) -> None:
    ada, bob = one_of("editors", name="ada"), one_of("editors", name="bob")
    address = grid_of("maker")
    sent = form_of(bob, address) | row("B", 3, 3, 3) | row("C", 1, 1, 1)
    assert save(ada, address, **row("A", 1, 1, 1), **row("B", "", "", "")).status_code == 302
    before, since = draft_document(), now()

    page = read(bob.post(address, sent))

    assert "ada" in page.the("div", role="alert").words
    assert chosen(page) == row("A", 3, 2, 4) | row("B", 3, 3, 3) | row("C", 1, 1, 1) | row("D", "", "", "")
    told = {head.words.split(" ")[0]: head.each("span", class_="error") for head in page.each("th", scope="row")}
    figures = {code: ["".join(c for c in s.words if c in "0123456789–") for s in said] for code, said in told.items()}
    assert figures == {"A": ["111"], "B": ["–"], "C": ["–"], "D": []}
    assert (draft_document(), last_changes(since)) == (before, [])

    again = sent | {"shown": page.the("input", name="shown").attributes["value"]}
    assert bob.post(address, again).status_code == 302
    assert asked("maker") == {"A": (3, 2, 4), "B": (3, 3, 3), "C": (1, 1, 1)}


def test_the_second_editor_is_told_of_half_filled_rows_at_the_same_time(editor: Client) -> None:
    bob = one_of("editors", name="bob")
    sent = form_of(bob, grid_of("maker")) | row("C", 1, "", "")
    save(editor, grid_of("maker"), **row("A", 1, 1, 1))
    page = read(bob.post(grid_of("maker"), sent))
    assert faults(page).keys() == {"C"}
    assert len(page.the("div", role="alert").each("p")) == 2


def test_who_changed_another_role_is_not_named(editor: Client) -> None:
    ada, bob = one_of("editors", name="ada"), one_of("editors", name="bob")
    save(ada, grid_of("maker"), **row("A", 1, 1, 1))
    sent = form_of(bob, grid_of("boss"))
    DraftRequirement.objects.filter(role__code="boss").delete()
    said = read(bob.post(grid_of("boss"), sent)).the("div", role="alert").words
    assert "ada" not in said


def test_other_competencies_and_other_roles_make_a_grid_no_older(editor: Client) -> None:
    bob = one_of("editors", name="bob")
    address = f"{grid_of('maker')}?competency=HEAD"
    sent = form_of(bob, address) | row("B", 3, 3, 3)
    save(editor, f"{grid_of('maker')}?competency=HAND", **row("A", 1, 1, 1))
    save(editor, grid_of("boss"), **row("B", 1, 1, 1))
    save(editor, page_of("skills", "B"), name_en="Renamed")
    assert bob.post(address, sent).status_code == 302
    assert (asked("maker"), asked("boss")) == ({"A": (1, 1, 1), "B": (3, 3, 3)}, {"B": (1, 1, 1)})


def test_a_skill_added_or_deleted_meanwhile_is_told_and_overwrites_nothing(editor: Client) -> None:
    bob = one_of("editors", name="bob")
    sent = form_of(bob, grid_of("maker")) | row("A", 1, 1, 1)
    editor.post(page_of("skills", "B").replace("change", "delete"), {"post": "yes"})
    save(editor, page_of("skills", "C"), code="E")
    before = draft_document()
    page = read(bob.post(grid_of("maker"), sent))
    assert chosen(page) == row("A", 1, 1, 1) | row("E", "", "", "") | row("D", "", "", "")
    assert draft_document() == before


def test_the_grid_of_a_role_deleted_meanwhile_leads_back_and_says_so(editor: Client) -> None:
    address = grid_of("boss")
    sent = form_of(editor, address)
    editor.post(page_of("roles", "boss").replace("change", "delete"), {"post": "yes"})
    before = draft_document()
    answer = editor.post(address, sent, follow=True)
    assert answer.redirect_chain == [(list_of("roles"), 302)]
    assert len(read(answer).each("li", class_="warning")) == 1
    assert draft_document() == before
    assert editor.get(address).status_code == 404


@pytest.mark.parametrize("shown", ["", "x", "\0", "y" * 9999])
def test_a_forged_mark_is_an_old_one(editor: Client, shown: str) -> None:
    before = draft_document()
    page = read(save(editor, grid_of("maker"), shown=shown, **row("A", 1, 1, 1)))
    assert page.each("div", role="alert") != []
    assert draft_document() == before


# Who may


@pytest.mark.parametrize("group", ["publishers", "analysts"])
def test_who_only_looks_saves_nothing(editor: Client, group: str) -> None:
    before = draft_document()
    sent = form_of(editor, grid_of("maker")) | row("A", 1, 1, 1)
    assert one_of(group).post(grid_of("maker"), sent).status_code == 403
    assert one_of().post(grid_of("maker"), sent).status_code == 403
    assert one_of().get(grid_of("maker")).status_code == 403
    assert draft_document() == before


def test_a_stranger_is_sent_to_sign_in(editor: Client) -> None:
    before = draft_document()
    sent = form_of(editor, grid_of("maker")) | row("A", 1, 1, 1)
    for answer in (Client().get(grid_of("maker")), Client().post(grid_of("maker"), sent)):
        assert (answer.status_code, answer.headers["Location"]) == to_sign_in(grid_of("maker"))
    assert draft_document() == before


@pytest.mark.parametrize("key", ["0", "999999", "9" * 30])
def test_a_role_that_is_not_there_is_404(editor: Client, key: str) -> None:
    assert editor.get(f"{list_of('roles')}{key}/requirements/").status_code == 404


def test_an_editor_without_a_token_saves_nothing(editor: Client) -> None:
    sent = form_of(editor, grid_of("maker")) | row("A", 1, 1, 1)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["session"] = editor.cookies["session"].value
    del sent["csrfmiddlewaretoken"]
    assert strict.post(grid_of("maker"), sent).status_code == 403
    assert asked("maker")["A"] == (3, 2, 4)


def test_what_stands_in_names_is_text(db: None) -> None:
    document = full_document()
    for item in (document["skills"][0], document["grades"][0], document["roles"][0], document["competencies"][0]):
        item["name"] = {"fr": "<b>é</b>", "en": '"><script>alert(1)</script>'}
    fill_draft(document)
    page = opened(one_of("editors"), grid_of("maker"))
    assert [script for script in page.each("script") if "src" not in script.attributes] == []
    assert 'A – "><script>alert(1)</script>' in page.the("table", class_="grid").words
