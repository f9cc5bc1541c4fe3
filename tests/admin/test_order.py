"""The order of a section: saved whole, or a step at a time by plain buttons; two editors at once; forged lists."""

from typing import Any

import pytest
from django.test import Client

from assessment.models import DraftMission, DraftSkill
from assessment.models.drafting import SECTIONS, draft_document
from tests.admin.room import last_changes, many, now, opened
from tests.editors import fill_draft, form_of, list_of, one_of, page_of, row_of, save
from tests.examples import full_document, tiny_document, tiny_skill
from tests.people import Element, read, to_sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

ORDERED = [section for section in SECTIONS if section != "levels"]


@pytest.fixture
def editor(db: None) -> Client:
    """One who edits a draft of the skills A to D."""
    skills = [tiny_skill("A"), tiny_skill("B", "HEAD"), tiny_skill("C"), tiny_skill("D")]
    fill_draft(tiny_document(skills=skills))
    return one_of("editors")


def page_for(section: str = "skills") -> str:
    return f"{list_of(section)}order/"


def keys(codes: str) -> list[str]:
    return [str(row_of("skills", code).pk) for code in codes]


def order() -> str:
    """The skills in their order."""
    return "".join(skill["code"] for skill in draft_document()["skills"])


def shown(page: Element) -> str:
    """The skills in the order in which a page shows them."""
    items = page.the("form", id="order").each("li")
    codes = "".join(item.the("span", class_="name").words[0] for item in items)
    assert [item.the("input", name="order").attributes["value"] for item in items] == keys(codes)
    return codes


def numbers(page: Element) -> dict[str, str]:
    """Beside which skills a page says which number they have now."""
    found = {}
    for item in page.the("form", id="order").each("li"):
        for said in item.each("span", class_="quiet"):
            found[item.the("span", class_="name").words[0]] = said.words.split()[-1]
    return found


def send(client: Client, codes: str, **extra: Any) -> Element:
    """Send an order that is refused; the page that says so."""
    return read(save(client, page_for(), order=keys(codes), **extra))


# Saving


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("section", ORDERED)
def test_every_section_has_an_order_that_an_editor_opens(db: None, section: str, language: str) -> None:
    fill_draft(full_document())
    client = one_of("editors")
    page = opened(client, page_for(section), language)
    rows = list(SECTIONS[section].objects.all())
    items = page.the("form", id="order").each("li")
    assert [item.attributes["id"] for item in items] == [f"row-{row.pk}" for row in rows]
    for item in items:
        name = item.the("span", class_="name").words
        assert name
        assert [b.attributes["name"] for b in item.each("button")] == ["up", "down"]
        assert all(name in button.words for button in item.each("button"))
    assert page_for(section) in [link.attributes["href"] for link in opened(client, list_of(section)).each("a")]


def test_an_order_is_saved_as_one_change(editor: Client) -> None:
    since = now()
    answer = save(editor, page_for(), order=keys("DBCA"))
    assert (answer.status_code, answer.headers["Location"]) == (302, page_for())
    assert last_changes(since) == [
        ("moved", "skills", "", {"order": (["A", "B", "C", "D"], ["D", "B", "C", "A"])}),
    ]
    assert (order(), shown(opened(editor, page_for()))) == ("DBCA", "DBCA")
    assert len(read(editor.get(page_for())).each("li", class_="success")) == 0


def test_saving_the_same_order_is_no_change(editor: Client) -> None:
    since = now()
    answer = editor.post(page_for(), form_of(editor, page_for()), follow=True)
    assert len(read(answer).each("li", class_="success")) == 1
    assert (order(), last_changes(since)) == ("ABCD", [])


@pytest.mark.parametrize("section", ORDERED)
def test_every_section_is_turned_round(db: None, section: str) -> None:
    fill_draft(many(3, 3))
    client, before = one_of("editors"), draft_document()[section]
    sent = [str(row.pk) for row in SECTIONS[section].objects.all()][::-1]
    assert save(client, page_for(section), order=sent).status_code == 302
    assert draft_document()[section] == before[::-1]


@pytest.mark.parametrize(
    ("button", "code", "found"),
    [
        ("up", "B", "BACD"),
        ("up", "D", "ABDC"),
        ("up", "A", "ABCD"),
        ("down", "A", "BACD"),
        ("down", "C", "ABDC"),
        ("down", "D", "ABCD"),
    ],
)
def test_a_button_moves_an_item_by_one_without_a_script_and_comes_back_to_it(
    editor: Client, button: str, code: str, found: str
) -> None:
    (key,) = keys(code)
    answer = save(editor, page_for(), **{button: key})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{page_for()}#row-{key}")
    assert order() == found
    assert [row.order for row in SECTIONS["skills"].objects.all()] == [0, 1, 2, 3]


@pytest.mark.parametrize("key", ["", "x", "999999", "\0", "9" * 5000])
def test_a_button_of_what_is_not_there_moves_nothing(editor: Client, key: str) -> None:
    since = now()
    assert save(editor, page_for(), up=key, down=key).headers["Location"] == page_for()
    assert (order(), last_changes(since)) == ("ABCD", [])


def test_a_new_item_comes_after_what_was_reordered(editor: Client) -> None:
    save(editor, page_for(), order=keys("DCBA"))
    sent = form_of(editor, f"{list_of('skills')}add/")
    rows = {"competency": row_of("competencies", "HAND").pk, "mission": row_of("missions", "RUN").pk}
    editor.post(f"{list_of('skills')}add/", sent | {"code": "E"} | rows)
    assert order() == "DCBAE"


# Forged lists


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("", "ABCD"),
        ("BA", "BACD"),
        ("ABC", "ABCD"),
        ("DDDD", "DABC"),
        ("DCBAA", "DCBA"),
        ("DCBA?", "DCBA"),
        ("DCB?", "DCBA"),
    ],
)
def test_a_forged_list_changes_nothing_and_is_told(editor: Client, sent: str, told: str) -> None:
    since = now()
    codes = {**dict(zip("ABCD", keys("ABCD"), strict=True)), "?": str(row_of("missions", "RUN").pk + 10_000)}
    page = read(save(editor, page_for(), order=[codes[code] for code in sent]))
    assert page.each("p", role="alert") != []
    assert (shown(page), order(), last_changes(since)) == (told, "ABCD", [])


@pytest.mark.parametrize("key", ["x", "", "\0", "1.0", "-1", "9" * 5000, "<b>", "' OR 1=1"])
def test_a_key_that_is_none_changes_nothing_and_is_told(editor: Client, key: str) -> None:
    since = now()
    page = read(save(editor, page_for(), order=[*keys("DCB"), key]))
    assert page.each("p", role="alert") != []
    assert (shown(page), order(), last_changes(since)) == ("DCBA", "ABCD", [])


def test_there_may_be_nothing_to_order(editor: Client) -> None:
    assert opened(editor, page_for("salaries")).the("form", id="order").each("li") == []
    assert save(editor, page_for("salaries")).status_code == 302
    assert editor.post(page_for("salaries"), {"order": ["1"]}).status_code == 200


@pytest.mark.parametrize("mark", ["", "x", "\0", "y" * 9999])
def test_a_forged_mark_is_an_old_one(editor: Client, mark: str) -> None:
    assert send(editor, "DCBA", shown=mark).each("p", role="alert") != []
    assert order() == "ABCD"


# Two editors


def test_an_order_changed_meanwhile_is_not_undone_in_silence(editor: Client) -> None:
    ada, bob = one_of("editors", name="ada"), one_of("editors", name="bob")
    sent = form_of(bob, page_for())
    save(ada, page_for(), order=keys("DABC"))
    since = now()

    page = read(bob.post(page_for(), sent | {"order": keys("ABDC")}))

    assert "ada" in page.the("p", role="alert").words
    assert (shown(page), numbers(page)) == ("ABDC", {"A": "2", "B": "3", "D": "1"})
    assert (order(), last_changes(since)) == ("DABC", [])

    again = {"order": keys("ABDC"), "shown": page.the("input", name="shown").attributes["value"]}
    assert bob.post(page_for(), again).status_code == 302
    assert order() == "ABDC"


@pytest.mark.parametrize("button", ["up", "down"])
def test_a_button_of_an_old_page_moves_nothing_either(editor: Client, button: str) -> None:
    bob = one_of("editors", name="bob")
    sent = form_of(bob, page_for()) | {button: keys("B")[0]}
    save(editor, page_for(), order=keys("DABC"))
    page = read(bob.post(page_for(), sent))
    assert (order(), shown(page)) == ("DABC", "ABCD")


def test_what_was_added_meanwhile_comes_last_and_what_went_is_gone(editor: Client) -> None:
    ada, bob = one_of("editors", name="ada"), one_of("editors", name="bob")
    sent = form_of(bob, page_for()) | {"order": keys("DCBA")}
    new = form_of(ada, f"{list_of('skills')}add/") | {"code": "E"}
    rows = {"competency": row_of("competencies", "HAND").pk, "mission": row_of("missions", "RUN").pk}
    assert ada.post(f"{list_of('skills')}add/", new | rows).status_code == 302
    ada.post(page_of("skills", "C").replace("change", "delete"), {"post": "yes"})
    since = now()
    page = read(bob.post(page_for(), sent))
    assert "ada" in page.the("p", role="alert").words
    assert (shown(page), numbers(page)) == ("DBAE", {"D": "3", "A": "1"})
    assert (order(), last_changes(since)) == ("ABDE", [])


def test_who_changed_the_order_of_something_else_is_not_named(editor: Client) -> None:
    save(one_of("editors", name="ada"), f"{list_of('missions')}add/", code="NEW")
    sent = form_of(editor, page_for())
    DraftSkill.objects.get(code="D").delete()
    assert "ada" not in read(editor.post(page_for(), sent)).the("p", role="alert").words


def test_texts_changed_meanwhile_make_an_order_no_older(editor: Client) -> None:
    bob = one_of("editors", name="bob")
    sent = form_of(bob, page_for()) | {"order": keys("DCBA")}
    save(editor, page_of("skills", "B"), name_en="Renamed")
    assert bob.post(page_for(), sent).status_code == 302
    assert order() == "DCBA"


# Who may


@pytest.mark.parametrize("group", ["publishers", "analysts"])
def test_who_only_looks_orders_nothing(editor: Client, group: str) -> None:
    sent = form_of(editor, page_for()) | {"order": keys("DCBA")}
    for client in (one_of(group), one_of()):
        assert (client.get(page_for()).status_code, client.post(page_for(), sent).status_code) == (403, 403)
    assert order() == "ABCD"


def test_a_stranger_is_sent_to_sign_in(editor: Client) -> None:
    sent = form_of(editor, page_for()) | {"order": keys("DCBA")}
    for answer in (Client().get(page_for()), Client().post(page_for(), sent)):
        assert (answer.status_code, answer.headers["Location"]) == to_sign_in(page_for())
    assert order() == "ABCD"


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(editor: Client, method: str) -> None:
    assert getattr(editor, method)(page_for(), {"order": keys("DCBA")}).status_code == 405
    assert order() == "ABCD"


def test_what_stands_in_a_name_is_text(editor: Client) -> None:
    DraftMission.objects.update(name_en="<script>alert(1)</script>")
    page = opened(editor, page_for("missions"))
    assert page.the("span", class_="name").words == "RUN – <script>alert(1)</script>"
