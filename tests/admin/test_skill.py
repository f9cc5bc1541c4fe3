"""The form of a skill: twelve sentences side by side, references, what replaces it, two editors at once."""

from typing import Any

import pytest
from django.test import Client

from assessment.catalogue.file import build
from assessment.models import CatalogueVersion, DraftSkill
from assessment.models.draft import ANCHORS
from assessment.models.drafting import draft_document
from tests.admin.room import above, address_to_add, beside, last_changes, new_skill, now, opened, typed
from tests.editors import fill_draft, form_of, grid_of, list_of, one_of, page_of, row_of, save
from tests.examples import full_document, tiny_skill
from tests.people import read

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

ESCO = "http://data.europa.eu/esco/skill/abc-1"
COMPOSED, APART = "Déjà", "De\u0301ja\u0300"


@pytest.fixture
def editor(db: None) -> Client:
    fill_draft(full_document())
    return one_of("editors")


def skill(code: str = "A") -> Any:
    return row_of("skills", code)


def stored() -> dict[str, Any]:
    """The draft's skills as the document holds them, by their codes."""
    return {item["code"]: item for item in draft_document()["skills"]}


# The sentences


@pytest.mark.parametrize("language", ["fr", "en"])
def test_twelve_sentences_stand_in_six_rows_of_two_languages(editor: Client, language: str) -> None:
    page = opened(editor, page_of("skills", "A"), language)
    sentences = page.the("fieldset", class_="module aligned anchors")
    rows = [row.each("textarea") for row in sentences.each("div") if "form-row" in row.attributes.get("class", "")]
    assert [[area.attributes["name"] for area in row] for row in rows] == [
        [f"anchor_{level}_fr", f"anchor_{level}_en"] for level in range(6)
    ]
    assert [area.value.removeprefix("\n") for row in rows for area in row] == [
        f"A{level} {language}" for level in range(6) for language in ("fr", "en")
    ]
    labels = [label.attributes["for"] for label in sentences.each("label")]
    assert labels == [f"id_{name}" for name in ANCHORS]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("abc", 3),
        (COMPOSED, 4),
        (APART, 6),
        ("l’été", 5),
        ("🙂", 1),
        ("👩‍🚀 a décollé", 13),
        ("<b>&amp;</b>", 12),
        ("x" * 140, 140),
        ("x" * 300, 300),
    ],
)
def test_each_sentence_says_how_long_it_is(db: None, text: str, length: int) -> None:
    document = full_document()
    document["skills"][0]["anchors"]["fr"][3] = text
    fill_draft(document)
    page = opened(one_of("editors"), page_of("skills", "A"))
    (count,) = page.each("span", class_="length", data_for="id_anchor_3_fr")
    assert (count.words, count.attributes["data-most"]) == (f"{length} / 140", "140")
    assert typed(page, "anchor_3_fr") == text
    assert len(page.each("span", class_="length")) == 12


def test_a_text_that_was_refused_says_its_length_as_a_browser_counts_it(editor: Client) -> None:
    page = read(save(editor, page_of("skills", "A"), anchor_0_fr="a\r\nb" + "x" * 300))
    (count,) = page.each("span", class_="length", data_for="id_anchor_0_fr")
    assert count.words == "303 / 140"


def test_no_browser_cuts_a_sentence_that_is_pasted(editor: Client) -> None:
    areas = opened(editor, page_of("skills", "A")).each("textarea")
    assert [area.attributes["name"] for area in areas if "maxlength" in area.attributes] == []


def test_texts_may_be_blank_for_a_while(editor: Client) -> None:
    since = now()
    blank = dict.fromkeys([*ANCHORS, "name_fr", "name_en"], "")
    assert save(editor, page_of("skills", "A"), **blank).status_code == 302
    assert stored()["A"]["anchors"] == {"fr": [""] * 6, "en": [""] * 6}
    (changed,) = last_changes(since)
    assert changed[3]["anchors.fr[0]"] == ("A0 fr", "")
    assert changed[3].keys() == {
        *(f"anchors.{language}[{level}]" for language in ("fr", "en") for level in range(6)),
        "name.fr",
        "name.en",
    }


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("J’écris.\r\nJe relis.", "J’écris. Je relis."),
        ("One\n\n\nTwo", "One Two"),
        ("One\tTwo", "One Two"),
        ("  around  ", "around"),
        ("\r\n", ""),
        ("two  spaces", "two  spaces"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("🙂 “é” – œ", "🙂 “é” – œ"),
        ("x" * 300, "x" * 300),
        ("🙂" * 300, "🙂" * 300),
        ("=1+1", "=1+1"),
    ],
)
def test_a_sentence_is_kept_on_one_line_and_otherwise_to_the_letter(editor: Client, text: str, kept: str) -> None:
    assert save(editor, page_of("skills", "A"), anchor_2_fr=text, anchor_2_en=text).status_code == 302
    assert (skill().anchor_2_fr, skill().anchor_2_en) == (kept, kept)
    assert typed(opened(editor, page_of("skills", "A")), "anchor_2_fr") == kept


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("code", [0x00, 0x01, 0x1B, 0x7F, 0x85, 0x2028, 0x2029])
def test_a_character_that_cannot_be_printed_is_refused_beside_its_field(
    editor: Client, code: int, language: str
) -> None:
    before, since = draft_document(), now()
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    page = read(save(editor, page_of("skills", "A"), anchor_5_en=f"a{chr(code)}b", name_fr="Nom gardé"))
    assert (len(beside(page, "anchor_5_en")), beside(page, "name_fr")) == (1, [])
    assert typed(page, "name_fr") == "Nom gardé"
    assert (draft_document(), last_changes(since)) == (before, [])


def test_what_is_too_long_is_refused_beside_its_field_and_nothing_typed_is_lost(editor: Client) -> None:
    before, since = draft_document(), now()
    changes = {name: f"Écrit à la main, {name}" for name in [*ANCHORS, "name_fr"]}
    changes |= {"anchor_2_fr": "é" * 301, "name_en": "n" * 121, "esco": ESCO, "other": "A book\r\nAnother"}
    address = page_of("skills", "A")
    sent = form_of(editor, address) | changes
    page = read(editor.post(address, sent))
    wrong = {ul.attributes["id"] for ul in page.each("ul", class_="errorlist")}
    assert wrong == {"id_anchor_2_fr_error", "id_name_en_error"}
    assert beside(page, "anchor_2_fr") != beside(page, "name_en")
    assert {name: typed(page, name).replace("\r\n", "\n") for name in changes} == {
        name: text.replace("\r\n", "\n") for name, text in changes.items()
    }
    area = page.the("textarea", id="id_anchor_2_fr")
    assert (area.attributes["aria-invalid"], area.attributes["aria-describedby"]) == ("true", "id_anchor_2_fr_error")
    assert (draft_document(), last_changes(since)) == (before, [])


# References


def test_references_are_one_a_line_each_once(editor: Client) -> None:
    lines = {
        "esco": f"  {ESCO}\r\n\r\n{ESCO}\n{ESCO}2 ",
        "sfia": "PROG\rTEST",
        "dora": "version-control",
        "other": " é ",
    }
    assert save(editor, page_of("skills", "A"), **lines).status_code == 302
    assert stored()["A"]["references"] == {
        "esco": [ESCO, f"{ESCO}2"],
        "sfia": ["PROG", "TEST"],
        "dora": ["version-control"],
        "other": ["é"],
    }
    page = opened(editor, page_of("skills", "A"))
    assert (typed(page, "esco"), typed(page, "sfia")) == (f"{ESCO}\n{ESCO}2", "PROG\nTEST")


@pytest.mark.parametrize(
    ("field", "lines", "wrong"),
    [
        ("esco", [ESCO, "https://example.org/esco", f"{ESCO}?x=1"], [2, 3]),
        ("esco", ["javascript:alert(1)"], [1]),
        ("sfia", ["PROG", "prog", "PROGS"], [2, 3]),
        ("dora", ["Version Control", "ok"], [1]),
        ("other", ["ok", "x" * 201, "a\x01b"], [2, 3]),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_wrong_reference_is_told_with_its_line(
    editor: Client, field: str, lines: list[str], wrong: list[int], language: str
) -> None:
    before = draft_document()
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    page = read(save(editor, page_of("skills", "A"), **{field: "\r\n".join(lines)}))
    assert [any(f" {at}" in said.split(":")[0].split(" :")[0] for said in beside(page, field)) for at in wrong] == [
        True for _ in wrong
    ]
    assert len(beside(page, field)) == len(wrong)
    assert typed(page, field).split() == "\n".join(lines).split()
    assert draft_document() == before


def test_a_thousand_references_are_too_many_and_that_is_said(editor: Client) -> None:
    before = draft_document()
    page = read(save(editor, page_of("skills", "A"), other="\n".join(f"Book {number}" for number in range(1001))))
    assert len(beside(page, "other")) == 1
    assert draft_document() == before


# Retired, and replaced by others


@pytest.fixture
def four(db: None) -> Client:
    """A draft of the skills A to D, of which D is retired."""
    document = full_document()
    document["skills"] += [tiny_skill("C"), tiny_skill("D") | {"retired": True}]
    fill_draft(document)
    return one_of("editors")


def choices(client: Client, code: str) -> list[str]:
    """The skills that the form of a skill offers as those that replace it."""
    select = opened(client, page_of("skills", code)).the("select", id="id_replaced_by")
    return [option.attributes["value"] for option in select.each("option")]


def test_a_skill_is_retired_and_replaced_by_others_in_catalogue_order(four: Client) -> None:
    since = now()
    assert save(four, page_of("skills", "A"), retired="on", replaced_by=["C", "B", "C"]).status_code == 302
    assert (stored()["A"]["retired"], stored()["A"]["replaced_by"]) == (True, ["B", "C"])
    fields = {"retired": (None, True), "replaced_by": (None, ["B", "C"])}
    assert last_changes(since) == [("changed", "skills", "A", fields)]


def test_what_replaces_it_keeps_its_order_and_new_ones_come_last(four: Client) -> None:
    DraftSkill.objects.filter(code="D").update(replaced_by=["C", "A"])
    assert save(four, page_of("skills", "D"), replaced_by=["A", "B", "C"]).status_code == 302
    assert skill("D").replaced_by == ["C", "A", "B"]
    assert save(four, page_of("skills", "D"), replaced_by=["B", "C"]).status_code == 302
    assert skill("D").replaced_by == ["C", "B"]


def test_only_skills_that_are_still_asked_replace_one_and_never_the_skill_itself(four: Client) -> None:
    assert choices(four, "A") == ["B", "C"]
    assert choices(four, "D") == ["A", "B", "C"]


@pytest.mark.parametrize("code", ["A", "D", "NOPE", "", "\0", "<b>"])
def test_a_forged_code_replaces_nothing(four: Client, code: str) -> None:
    before = draft_document()
    page = read(save(four, page_of("skills", "A"), retired="on", replaced_by=[code]))
    assert len(beside(page, "replaced_by")) == 1
    assert draft_document() == before


def test_what_replaced_it_stays_to_be_seen_when_it_is_retired_itself(four: Client) -> None:
    DraftSkill.objects.filter(code="D").update(replaced_by=["A"])
    save(four, page_of("skills", "A"), retired="on")
    assert choices(four, "D") == ["A", "B", "C"]
    assert save(four, page_of("skills", "D"), name_en="Renamed").status_code == 302
    assert skill("D").replaced_by == ["A"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_skill_that_is_asked_is_not_replaced(four: Client, language: str) -> None:
    before = draft_document()
    four.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    page = read(save(four, page_of("skills", "A"), replaced_by=["B"]))
    assert len(beside(page, "replaced_by")) == 1
    (chosen,) = [o for o in page.the("select", id="id_replaced_by").each("option") if "selected" in o.attributes]
    assert chosen.attributes["value"] == "B"
    assert draft_document() == before


def test_a_retired_skill_is_asked_again_once_nothing_replaces_it(four: Client) -> None:
    save(four, page_of("skills", "D"), replaced_by=["A"])
    data = form_of(four, page_of("skills", "D"))
    del data["retired"]
    assert beside(read(four.post(page_of("skills", "D"), data)), "replaced_by") != []
    assert four.post(page_of("skills", "D"), data | {"replaced_by": []}).status_code == 302
    assert stored()["D"].keys() & {"retired", "replaced_by"} == set()


# A new one


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_new_skill_comes_last_with_no_texts_yet(editor: Client, language: str) -> None:
    since = now()
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    answer = editor.post(address_to_add("skills"), new_skill(editor, "NEW"))
    assert (answer.status_code, answer.headers["Location"]) == (302, list_of("skills"))
    assert list(stored()) == ["A", "B", "NEW"]
    assert stored()["NEW"]["anchors"] == {"fr": [""] * 6, "en": [""] * 6}
    assert [change[:3] for change in last_changes(since)] == [("added", "skills", "NEW")]
    assert "weight-NEW" in editor.get(grid_of("maker")).content.decode()


def test_a_code_that_is_taken_is_refused_beside_it_and_the_texts_stay(editor: Client) -> None:
    before = draft_document()
    page = read(editor.post(address_to_add("skills"), new_skill(editor, "A", anchor_0_fr="Ma phrase")))
    assert (len(beside(page, "code")), typed(page, "anchor_0_fr"), typed(page, "code")) == (1, "Ma phrase", "A")
    assert draft_document() == before


@pytest.mark.parametrize("field", ["competency", "mission", "code"])
def test_a_skill_without_what_it_must_have_is_refused_beside_it(editor: Client, field: str) -> None:
    before = draft_document()
    for value in ("", "x", "999999999999999999999999", "\0"):
        page = read(editor.post(address_to_add("skills"), new_skill(editor, "NEW") | {field: value}))
        assert beside(page, field) != []
    assert draft_document() == before


def test_save_and_add_another_and_save_and_continue(editor: Client) -> None:
    another = editor.post(address_to_add("skills"), new_skill(editor, "NEW", _addanother="1"))
    assert (another.status_code, another.headers["Location"]) == (302, address_to_add("skills"))
    onward = editor.post(address_to_add("skills"), new_skill(editor, "NEXT", _continue="1"))
    assert (onward.status_code, onward.headers["Location"]) == (302, page_of("skills", "NEXT"))
    assert list(stored()) == ["A", "B", "NEW", "NEXT"]


def test_what_is_not_on_the_form_is_not_set_by_it(editor: Client) -> None:
    editor.post(address_to_add("skills"), new_skill(editor, "NEW", order="0", id="1", pk="1"))
    assert [(row.code, row.order) for row in DraftSkill.objects.all()] == [("A", 0), ("B", 1), ("NEW", 2)]


# Two editors


def test_the_second_editor_sees_what_is_stored_in_words_and_keeps_theirs_knowingly(four: Client) -> None:
    ada, bob = one_of("editors", name="ada"), one_of("editors", name="bob")
    address = page_of("skills", "D")
    sent = form_of(bob, address)
    changes: dict[str, Any] = {
        "competency": row_of("competencies", "HEAD").pk,
        "origin": "source",
        "esco": f"{ESCO}\n{ESCO}2",
        "replaced_by": ["A", "B"],
        "anchor_1_fr": "Par <b>Ada</b>",
    }
    save(ada, address, **changes)
    before = draft_document()
    page = read(bob.post(address, sent | {"anchor_1_fr": "Par Bob", "anchor_2_fr": "Bob aussi"}))
    told = {
        ul.attributes["id"].removeprefix("id_").removesuffix("_error") for ul in page.each("ul", class_="errorlist")
    }
    assert told == {*changes, "anchor_2_fr"}
    assert "HEAD – HEAD (en)" in beside(page, "competency")[0]
    (origin,) = page.the("select", id="id_origin").each("option", value="source")
    assert origin.words in beside(page, "origin")[0]
    assert f"{ESCO} {ESCO}2" in beside(page, "esco")[0]
    assert "A, B" in beside(page, "replaced_by")[0]
    assert "Par <b>Ada</b>" in beside(page, "anchor_1_fr")[0]
    assert "D2 fr" in beside(page, "anchor_2_fr")[0]
    assert "ada" in above(page)
    assert draft_document() == before

    again = sent | {"anchor_1_fr": "Par Bob", "shown": page.the("input", name="shown").attributes["value"]}
    assert bob.post(address, again).status_code == 302
    assert (skill("D").anchor_1_fr, skill("D").competency.code, skill("D").replaced_by) == ("Par Bob", "HAND", [])


def test_what_both_typed_alike_is_not_told(editor: Client) -> None:
    bob = one_of("editors", name="bob")
    address = page_of("skills", "A")
    sent = form_of(bob, address) | {"name_fr": "Pareil", "other": "One\r\nTwo"}
    save(editor, address, name_fr="Pareil", other="One\nTwo")
    page = read(bob.post(address, sent))
    assert page.each("ul", class_="errorlist") == []
    assert above(page) != ""


def test_what_happens_around_a_skill_makes_its_page_no_older(editor: Client) -> None:
    bob = one_of("editors", name="bob")
    address = page_of("skills", "B")
    sent = form_of(bob, address)
    save(editor, page_of("competencies", "HEAD"), code="MIND")
    keys = [str(row.pk) for row in DraftSkill.objects.all()]
    save(editor, f"{list_of('skills')}order/", order=keys[::-1])
    save(editor, grid_of("maker"), **{"weight-B": "3"})
    assert bob.post(address, sent | {"name_en": "By Bob"}).status_code == 302


def test_the_sentences_of_a_skill_that_is_deleted_meanwhile_are_kept_to_add_it_again(editor: Client) -> None:
    CatalogueVersion.objects.publish(build(full_document()))  # its code is fixed, so the page sends none
    bob = one_of("editors", name="bob")
    address = page_of("skills", "B")
    sent = form_of(bob, address) | {"anchor_3_fr": "Une phrase de Bob"}
    assert editor.post(address.replace("/change/", "/delete/"), {"post": "yes"}).status_code == 302
    before, since = draft_document(), now()
    page = read(bob.post(address, sent))
    assert "editors@example.org" in above(page)
    assert (typed(page, "code"), typed(page, "anchor_3_fr")) == ("B", "Une phrase de Bob")
    assert (draft_document(), last_changes(since)) == (before, [])
    form = page.the("form", method="post", action=address_to_add("skills"))
    assert bob.post(form.attributes["action"], sent | {"code": "B", "shown": ""}).status_code == 302
    assert skill("B").anchor_3_fr == "Une phrase de Bob"
