"""What the forms of the draft have in common: who opens them, two editors at once, deleting, the way to the preview."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from assessment.catalogue.check import check
from assessment.models import CatalogueChange, DraftSkill
from assessment.models.drafting import SECTIONS, draft_document
from profiles.models import User
from tests.admin.room import HISTORY, above, address_to_add, beside, last_changes, now, opened, typed
from tests.editors import fill_draft, form_of, grid_of, list_of, one_of, page_of, row_of, save
from tests.examples import full_document, tiny_skill
from tests.people import enter, read, to_sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

ITEMS = {
    "levels": "3",
    "missions": "RUN",
    "competencies": "HAND",
    "skills": "A",
    "grades": "new",
    "roles": "boss",
    "salaries": "maker new FR offers",
}


@pytest.fixture
def draft(db: None) -> None:
    fill_draft(full_document())


def pages_to_read() -> list[str]:
    """The pages of the draft that every reader of it opens."""
    found = [address for section, code in ITEMS.items() for address in (list_of(section), page_of(section, code))]
    return [*found, grid_of("maker"), grid_of("boss")]


def pages_to_write() -> list[str]:
    """The pages that change the draft and do nothing else."""
    orders = [f"{list_of(section)}order/" for section in ITEMS if section != "levels"]
    adds = [address_to_add(section) for section in ITEMS if section != "levels"]
    return [*orders, *adds, *(delete_page(section) for section in ITEMS if section != "levels")]


def delete_page(section: str, code: str = "") -> str:
    return page_of(section, code or ITEMS[section]).replace("/change/", "/delete/")


def staff(*rights: str) -> Client:
    """A browser of somebody with these rights alone."""
    client = one_of(name="rights")
    User.objects.get(display_name="rights").user_permissions.set(Permission.objects.filter(codename__in=rights))
    return client


# Who opens them


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_editor_opens_every_page(draft: None, language: str) -> None:
    client = one_of("editors")
    for address in [*pages_to_read(), *pages_to_write()]:
        assert opened(client, address, language).the("h1").words


@pytest.mark.parametrize("group", ["publishers", "analysts"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_who_only_looks_opens_every_list_and_form_and_finds_nothing_to_press(
    draft: None, group: str, language: str
) -> None:
    client = one_of(group)
    for address in pages_to_read():
        page = opened(client, address, language)
        assert page.each("textarea") == []
        assert [s for s in page.each("select") if "disabled" not in s.attributes] == []
        assert [box.attributes["name"] for box in page.each("input", type="submit") if "name" in box.attributes] == []
        assert [link for link in page.each("a") if "/order/" in link.attributes.get("href", "")] == []
    assert {client.get(address).status_code for address in pages_to_write()} == {403}


@pytest.mark.parametrize("group", ["publishers", "analysts"])
def test_what_they_forge_changes_nothing(draft: None, group: str) -> None:
    editor, client = one_of("editors"), one_of(group)
    forms = {page_of(section, code): form_of(editor, page_of(section, code)) for section, code in ITEMS.items()}
    before, since = draft_document(), now()
    for address, data in forms.items():
        answer = client.post(address, data | {"name_fr": "Changé", "name_en": "Changed", "currency": "USD"})
        assert answer.status_code == 403
    for address in [*pages_to_write(), grid_of("maker"), grid_of("boss")]:
        assert client.post(address, {"post": "yes", "code": "NEW"}).status_code == 403
    assert (draft_document(), last_changes(since)) == (before, [])


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_sign_in_and_for_who_is_no_staff_there_is_nothing(
    draft: None, client: Client, method: str
) -> None:
    before = draft_document()
    ada = Client()
    enter(ada, User.objects.create_user("ada@example.org"))
    histories = [page_of(section, code).replace("/change/", "/history/") for section, code in ITEMS.items()]
    for address in [*pages_to_read(), *pages_to_write(), *histories]:
        answer = getattr(client, method)(address)
        assert (answer.status_code, answer.headers["Location"]) == to_sign_in(address)
        assert getattr(ada, method)(address).status_code == 404
    assert draft_document() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_staff_without_a_right_get_403(draft: None, method: str) -> None:
    client, before = one_of(), draft_document()
    histories = [page_of(section, code).replace("/change/", "/history/") for section, code in ITEMS.items()]
    for address in [*pages_to_read(), *pages_to_write(), *histories]:
        assert getattr(client, method)(address, {"post": "yes"}).status_code == 403, address
    assert draft_document() == before


@pytest.mark.parametrize("key", ["99999999999999999999999", "abc", "%00", "_5F"])
def test_an_item_that_is_not_there_leads_back(draft: None, key: str) -> None:
    client = one_of("editors")
    for page in ("change", "delete"):
        for method in (client.get, client.post):
            answer = method(f"{list_of('skills')}{key}/{page}/", {"post": "yes"})
            assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")
    answer = client.get(f"{list_of('skills')}{key}/history/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{HISTORY}?section__exact=skills")


def test_lists_edit_nothing_and_have_no_actions(draft: None) -> None:
    client, before, since = one_of("editors"), draft_document(), now()
    for section in ITEMS:
        keys = [row.pk for row in SECTIONS[section].objects.all()]
        forged = {"action": "delete_selected", "_selected_action": keys, "post": "yes", "index": "0", "_save": "1"}
        rows = {f"form-0-{name}": "X" for name in ("id", "code", "name_fr", "retired")}
        client.post(list_of(section), forged | rows | {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1"})
        assert opened(client, list_of(section)).each("input", name="_selected_action") == []
    assert (draft_document(), last_changes(since)) == (before, [])


# Forms that are alike


@pytest.mark.parametrize(("section", "code"), list(ITEMS.items())[:6])
def test_an_editor_changes_a_name_and_the_history_says_so(draft: None, section: str, code: str) -> None:
    client, since = one_of("editors"), now()
    old = {language: getattr(row_of(section, code), f"name_{language}") for language in ("fr", "en")}
    answer = save(client, page_of(section, code), name_fr="Été 🙂", name_en="Summer")
    assert (answer.status_code, answer.headers["Location"]) == (302, list_of(section))
    fields = {"name.fr": (old["fr"], "Été 🙂"), "name.en": (old["en"], "Summer")}
    assert last_changes(since) == [("changed", section, code, fields)]


@pytest.mark.parametrize(("section", "code"), ITEMS.items())
def test_a_form_that_is_saved_as_it_is_changes_nothing(draft: None, section: str, code: str) -> None:
    client, before, since = one_of("editors"), draft_document(), now()
    for language in ("fr", "en"):
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
        assert save(client, page_of(section, code)).status_code == 302
    assert (draft_document(), last_changes(since)) == (before, [])


@pytest.mark.parametrize("section", ["missions", "competencies", "grades"])
def test_a_new_item_comes_last(draft: None, section: str) -> None:
    client, since = one_of("editors"), now()
    code = "fresh" if section == "grades" else "FRESH"
    assert save(client, address_to_add(section), code=code, text_en="Line one\r\nline two").status_code == 302
    assert [row.key for row in SECTIONS[section].objects.all()][-1] == code
    assert row_of(section, code).item() == {  # type: ignore[attr-defined]
        "code": code,
        "name": {"fr": "", "en": ""},
        "text": {"fr": "", "en": "Line one line two"},
        "origin": "added",
    }
    assert [change[:3] for change in last_changes(since)] == [("added", section, code)]


@pytest.mark.parametrize(("language", "first"), [("fr", "text_fr"), ("en", "text_en")])
def test_long_texts_say_how_long_they_are(draft: None, language: str, first: str) -> None:
    page = opened(one_of("editors"), page_of("missions", "RUN"), language)
    (count,) = page.each("span", class_="length", data_for=f"id_{first}")
    assert (count.attributes["data-most"], count.words) == ("2000", "14 / 2000")


@pytest.mark.parametrize(("section", "code"), ITEMS.items())
def test_the_second_editor_is_told_and_overwrites_nothing(draft: None, section: str, code: str) -> None:
    ada, bob = one_of("editors", name="ada"), one_of("editors", name="bob")
    field = "source" if section == "salaries" else "name_en"
    address = page_of(section, code)
    opened_by_bob = form_of(bob, address)
    assert save(ada, address, **{field: "By Ada"}).status_code == 302
    before = draft_document()

    page = read(bob.post(address, opened_by_bob | {field: "By Bob"}))

    assert "ada" in above(page)
    assert ("By Ada" in beside(page, field)[0], typed(page, field)) == (True, "By Bob")
    assert [ul.attributes["id"] for ul in page.each("ul", class_="errorlist")] == [f"id_{field}_error"]
    assert draft_document() == before

    second = opened_by_bob | {field: "By Bob", "shown": page.the("input", name="shown").attributes["value"]}
    assert bob.post(address, second).status_code == 302
    assert getattr(row_of(section, code), field) == "By Bob"


@pytest.mark.parametrize("section", ["missions", "grades"])
def test_what_was_typed_outlives_the_item(db: None, section: str) -> None:
    document = full_document()
    extra = {"name": {"fr": "x", "en": "x"}, "text": {"fr": "", "en": ""}, "origin": "added"}
    document[section].append({"code": "spare" if section == "grades" else "SPARE"} | extra)
    document["roles"], document["salaries"] = [], []
    fill_draft(document)
    code = document[section][-1]["code"]
    ada, bob = one_of("editors", name="ada"), one_of("editors", name="bob")
    address = page_of(section, code)
    sent = form_of(bob, address) | {"name_fr": "Saisi par Bob"}
    assert ada.post(delete_page(section, code), {"post": "yes"}).status_code == 302
    before = draft_document()

    page = read(bob.post(address, sent))

    assert "ada" in above(page)
    assert (typed(page, "code"), typed(page, "name_fr")) == (code, "Saisi par Bob")
    form = page.the("form", method="post", action=address_to_add(section))
    assert draft_document() == before

    assert "value" not in form.the("input", name="shown").attributes
    assert bob.post(form.attributes["action"], sent | {"shown": ""}).status_code == 302
    assert row_of(section, code).name_fr == "Saisi par Bob"  # type: ignore[attr-defined]


def test_who_may_not_add_is_led_back_from_an_item_that_is_gone(draft: None) -> None:
    client = staff("view_draftmission", "change_draftmission")
    address = page_of("missions", "RUN")
    sent = form_of(client, address)
    DraftSkill.objects.all().delete()
    row_of("missions", "RUN").delete()
    assert client.post(address, sent).headers["Location"] == "/admin/"


def test_a_text_that_was_invalid_too_is_told_what_is_stored(draft: None) -> None:
    ada, bob = one_of("editors", name="ada"), one_of("editors", name="bob")
    address = page_of("missions", "RUN")
    sent = form_of(bob, address) | {"text_fr": "x" * 2001}
    save(ada, address, text_fr="Par Ada " + "y" * 1500)
    page = read(bob.post(address, sent))
    assert any("Par Ada " + "y" * 1500 in said for said in beside(page, "text_fr"))
    assert typed(page, "text_fr") == "x" * 2001


def test_a_forged_mark_is_an_old_one(draft: None) -> None:
    client, before = one_of("editors"), draft_document()
    for shown in ("", "RUN", "x" * 9999, "\0"):
        page = read(save(client, page_of("missions", "RUN"), shown=shown, name_en="Forged"))
        assert above(page) != ""
    assert draft_document() == before


def test_a_change_of_another_day_is_told_with_its_day(draft: None) -> None:
    ada, bob = one_of("editors", name="ada"), one_of("editors", name="bob")
    address = page_of("missions", "RUN")
    sent = form_of(bob, address)
    save(ada, address, name_en="By Ada")
    CatalogueChange.objects.update(at=datetime(2026, 3, 4, 11, 30, tzinfo=UTC))
    assert "4 March 2026, 12:30" in above(read(bob.post(address, sent)))


def test_who_changed_it_is_somebody_once_their_account_is_gone(draft: None) -> None:
    ada, bob = one_of("editors", name="ada"), one_of("editors", name="bob")
    address = page_of("missions", "RUN")
    sent = form_of(bob, address)
    save(ada, address, name_en="By Ada")
    User.objects.get(display_name="ada").delete()
    assert above(read(bob.post(address, sent))).startswith("Somebody")


# Deleting


def test_deleting_a_skill_takes_its_requirements_along_and_both_are_in_the_history(draft: None) -> None:
    client, since = one_of("editors"), now()
    page = opened(client, delete_page("skills", "B"))
    assert [line.words for line in page.the("main").each("li") if ":" in line.words] == ["Skills: 1", "Requirements: 2"]
    assert client.post(delete_page("skills", "B"), {"post": "yes"}).status_code == 302
    assert [change[:3] for change in last_changes(since)] == [
        ("removed", "skills", "B"),
        ("removed", "requirements", "maker B"),
        ("removed", "requirements", "boss B"),
    ]
    _kind, _section, _code, fields = last_changes(since)[1]
    assert fields == {"weight": (1, None), "levels.new": (1, None), "levels.old": (2, None)}
    assert set(CatalogueChange.objects.filter(pk__gt=since).values_list("by__email", "action")) == {
        ("editors@example.org", "edit")
    }


@pytest.mark.parametrize(
    ("section", "code", "kept_by"),
    [
        ("roles", "maker", "boss – boss name"),
        ("competencies", "HEAD", "B – B"),
        ("missions", "RUN", "A – A"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_deleting_what_others_need_is_refused_with_their_names(
    draft: None, section: str, code: str, kept_by: str, language: str
) -> None:
    client, before, since = one_of("editors"), draft_document(), now()
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    address = delete_page(section, code)
    for page in (opened(client, address, language), read(client.post(address, {"post": "yes"}))):
        assert f"{kept_by} ({language})" in page.the("main").words
        assert page.the("main").each("input", name="post") == []
    assert (draft_document(), last_changes(since)) == (before, [])


def test_deleting_needs_the_right_to_all_that_goes_along(draft: None) -> None:
    before = draft_document()
    client = staff("view_draftskill", "delete_draftskill")
    assert opened(client, delete_page("skills", "B")).the("main").each("input", name="post") == []
    assert client.post(delete_page("skills", "B"), {"post": "yes"}).status_code == 403
    assert draft_document() == before


def test_what_names_a_code_forgets_it_when_it_is_deleted(db: None) -> None:
    document = full_document()
    document["missions"].append(document["missions"][0] | {"code": "REST"})
    document["roles"][0]["missions"] = ["REST", "RUN"]
    document["skills"] += [tiny_skill("C"), tiny_skill("D") | {"retired": True, "replaced_by": ["C", "A"]}]
    document["salaries"] = []
    fill_draft(document)
    client = one_of("editors")
    for section, code in (("missions", "REST"), ("skills", "C"), ("grades", "old")):
        assert client.post(delete_page(section, code), {"post": "yes"}).status_code == 302
    found = draft_document()
    assert found["roles"][0]["missions"] == ["RUN"]
    assert found["skills"][2]["replaced_by"] == ["A"]
    assert found["roles"][0]["requirements"]["A"] == {"weight": 3, "levels": {"new": 2}}
    assert check(found) == []


# The levels: six, and no others


def test_a_level_is_neither_added_nor_deleted_nor_moved(draft: None) -> None:
    client, before = one_of("editors"), draft_document()
    enter(client, User.objects.create_superuser("root@example.org"))
    level = page_of("levels", "3")
    page = opened(client, level)
    names = [box.attributes.get("name") for box in page.each("input", type="submit")]
    assert {"_save", "_continue"} <= set(names)
    assert page.each("a", class_="deletelink") == []
    sent = form_of(client, level)
    assert client.post(level, sent | {"_saveasnew": "1"}).status_code == 403
    for address in (address_to_add("levels"), delete_page("levels")):
        assert client.get(address).status_code == 403
        assert client.post(address, sent | {"post": "yes"}).status_code == 403
    keys = [row.pk for row in SECTIONS["levels"].objects.all()][::-1]
    for method in (client.get, client.post):
        assert method(f"{list_of('levels')}order/", {"order": keys}).headers["Location"].endswith("order/change/")
    client.post(list_of("levels"), {"action": "delete_selected", "_selected_action": keys, "post": "yes"})
    links = [link.attributes["href"] for link in opened(client, list_of("levels")).the("main").each("a")]
    assert [link for link in links if "order/" in link or "add/" in link] == []
    assert draft_document() == before


def test_the_figure_of_a_level_stays(draft: None) -> None:
    save(one_of("editors"), page_of("levels", "3"), value="5", order="0", name_en="Three")
    assert [(row.key, row.order) for row in SECTIONS["levels"].objects.all()] == [(str(n), n) for n in range(6)]


# The way to the preview


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("section", "code", "preview"),
    [
        ("skills", "A", "preview/skills/A/"),
        ("skills", "C", "preview/skills/C/"),
        ("roles", "boss", "preview/roles/boss/"),
    ],
)
def test_an_item_leads_to_its_preview(db: None, language: str, section: str, code: str, preview: str) -> None:
    document = full_document()
    document["skills"].append(tiny_skill("C") | {"retired": True})
    fill_draft(document)
    client = one_of("analysts")
    (link,) = opened(client, page_of(section, code), language).each("a", class_="viewsitelink")
    assert link.attributes["href"] == f"/{language}/{preview}"
    shown = opened(client, link.attributes["href"], language)
    name = f"{code} ({language})" if section == "skills" else f"boss name ({language})"
    assert name in shown.the("main").words


@pytest.mark.parametrize("section", ["levels", "missions", "competencies", "grades", "salaries"])
def test_what_has_no_page_of_its_own_has_no_preview(draft: None, section: str) -> None:
    assert opened(one_of("editors"), page_of(section, ITEMS[section])).each("a", class_="viewsitelink") == []
