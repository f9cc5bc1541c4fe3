"""What comes in from a person: taken, or refused with a message, and never more than what was asked."""

from collections.abc import Mapping

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

import tests.strategies  # noqa: F401  (the settings of hypothesis)
from assessment.catalogue.file import build
from assessment.catalogue.model import Skill
from assessment.forms import (
    MOST_NOTE_CHARACTERS,
    UNKEPT,
    VALUES,
    PageForm,
    Question,
    StartForm,
    TargetForm,
    digest,
    plain_note,
    questions,
)
from assessment.models import Assessment, Edit
from tests.examples import shipped, tiny_document

SKILLS: tuple[Skill, ...] = shipped().skills[:3]
CODES = [skill.code for skill in SKILLS]
FOREIGN = shipped().skills[5].code
NOTE = "a note"

PREFIX = st.sampled_from(["skill-", "note-", "shown-", "shown-note-", "", "skill", "note-note-", "csrfmiddlewaretoken"])
ANY_TEXT = st.text(st.characters(), max_size=30)
CODE = st.sampled_from([*CODES, *CODES, FOREIGN, "", "x" * 5_000, "T1\n", "t1"]) | ANY_TEXT
VALUE = (
    st.sampled_from([*VALUES, "", "6", "-1", "NA", "٣", "3 ", "x" * 2_001, "x" * 2_000, "\x00", "\ud800", digest(NOTE)])
    | st.sampled_from([*CODES, NOTE])
    | ANY_TEXT
)
NAME = st.builds("".join, st.tuples(PREFIX, CODE)) | st.sampled_from(["take-back", "go"])
DATA = st.dictionaries(NAME, VALUE, max_size=12)


def page(**fields: str) -> PageForm:
    """A page as it comes in; `skill_T1` stands for the field `skill-T1`."""
    return PageForm(SKILLS, {name.replace("_", "-"): value for name, value in fields.items()})


def stored(answers: Mapping[str, object] | None = None, notes: Mapping[str, str] | None = None) -> Assessment:
    return Assessment(answers=dict(answers or {}), notes=dict(notes or {}))


def can_be_stored(edit: Edit) -> bool:
    """Whether the database takes it, on SQLite and PostgreSQL."""
    known = edit.answer in (None, "") or any(edit.answer is value for value in VALUES.values())
    note = edit.note or ""
    return known and len(note) <= MOST_NOTE_CHARACTERS and not UNKEPT.search(note) and note == note.strip()


# A page


@given(DATA)
def test_whatever_comes_in_only_known_answers_to_asked_skills_are_kept(data: dict[str, str]) -> None:
    form = PageForm(SKILLS, data)
    assert set(form.edits) <= set(CODES)
    assert [edit for edit in form.edits.values() if not can_be_stored(edit)] == []
    assert Edit() not in form.edits.values()


@given(DATA)
def test_whatever_comes_in_can_be_shown_again(data: dict[str, str]) -> None:
    form = PageForm(SKILLS, data)
    assessment = stored({CODES[0]: 3}, {CODES[0]: NOTE})
    again = form.questions(assessment)
    messages = [
        *form.page_errors,
        *(text for question in again for text in (question.answer_error, question.note_error)),
    ]
    texts = [*messages, *(question.note for question in again), *form.acknowledged.values()]
    assert [text for text in texts if UNKEPT.search(text)] == []
    assert "".join(texts).encode()
    assert form.is_valid() == (not any(messages))
    assert [question.chosen for question in again] == ["3", "", ""]


@given(DATA)
def test_a_page_refuses_or_keeps_each_answer_but_never_both(data: dict[str, str]) -> None:
    form = PageForm(SKILLS, data)
    assert [code for code in form.answer_errors if form.edits.get(code, Edit()).answer is not None] == []
    assert [code for code in form.note_errors if form.edits.get(code, Edit()).note is not None] == []


def test_an_empty_page_changes_nothing() -> None:
    form = page()
    assert (form.edits, form.acknowledged, form.is_valid()) == ({}, {}, True)


@pytest.mark.parametrize(("value", "answer"), VALUES.items())
def test_each_answer_is_taken(value: str, answer: object) -> None:
    form = page(skill_T1=value)
    assert form.edits == {"T1": Edit(answer)}  # type: ignore[arg-type]  # each of them is an answer
    assert form.is_valid()
    assert form.acknowledged == {"shown-T1": value}


@pytest.mark.parametrize(
    "value", ["6", "9", "-1", "", " 3", "3 ", "03", "٣", "NA", "n/a", "1.0", "null", "\x00", "\ud800"]
)
def test_what_is_no_answer_is_refused_and_the_rest_is_kept(value: str) -> None:
    form = page(skill_T1=value, note_T1="because", skill_T2="na")
    assert form.edits == {"T1": Edit(None, "because"), "T2": Edit("na")}
    assert (list(form.answer_errors), form.note_errors, form.page_errors) == (["T1"], {}, [])
    assert not form.is_valid()
    assert form.acknowledged == {"shown-note-T1": digest("because"), "shown-T2": "na"}


def test_what_a_person_left_as_it_was_is_not_written_back() -> None:
    form = page(
        skill_T1="3", shown_T1="3", note_T1=NOTE, shown_note_T1=digest(NOTE), note_T2="", shown_note_T2=digest("")
    )
    assert (form.edits, form.is_valid()) == ({}, True)


def test_even_a_stale_wrong_value_that_was_shown_changes_nothing() -> None:
    assert page(skill_T1="9", shown_T1="9").edits == {}


def test_what_a_person_changed_is_written() -> None:
    form = page(skill_T1="4", shown_T1="3", note_T1="another", shown_note_T1=digest(NOTE), skill_T2="0", shown_T2="")
    assert form.edits == {"T1": Edit(4, "another"), "T2": Edit(0)}


def test_an_answer_is_taken_back() -> None:
    form = PageForm(SKILLS, {"take-back": "T1", "skill-T1": "3", "shown-T1": "3", "skill-T2": "2"})
    assert form.edits == {"T1": Edit(""), "T2": Edit(2)}
    assert form.acknowledged == {"shown-T1": "", "shown-T2": "2"}
    assert PageForm(SKILLS, {"take-back": FOREIGN}).edits == {}


def test_a_note_is_emptied() -> None:
    form = page(note_T1="  \r\n ", shown_note_T1=digest(NOTE))
    assert form.edits == {"T1": Edit(None, "")}
    assert form.acknowledged == {"shown-note-T1": digest("")}


def test_a_first_empty_note_is_no_note() -> None:
    assert page(note_T1="", note_T2=" \n").edits == {}


def test_a_note_has_one_kind_of_line_end_and_nothing_around_it() -> None:
    assert page(note_T1=" one\r\ntwo\rthree\nfour\t ").edits == {"T1": Edit(None, "one\ntwo\nthree\nfour")}
    assert plain_note("\r\r\n") == ""


def test_a_note_holds_2000_characters_however_they_were_sent() -> None:
    longest = "\N{GRINNING FACE}\n" * 999 + "é!"
    assert len(longest) == MOST_NOTE_CHARACTERS == 2000
    assert page(note_T1=longest.replace("\n", "\r\n")).edits == {"T1": Edit(None, longest)}


@pytest.mark.parametrize("over", [1, 2, 3000])
def test_a_note_that_is_too_long_is_refused_but_given_back(over: int) -> None:
    note = "é" * (MOST_NOTE_CHARACTERS + over)
    form = page(note_T1=note, skill_T1="3", note_T2="short")
    assert form.edits == {"T1": Edit(3), "T2": Edit(None, "short")}
    assert list(form.note_errors) == ["T1"]
    assert str(over) in form.note_errors["T1"]
    assessment = stored({"T1": 3}, {"T1": "before", "T2": "short"})
    first, *rest = form.questions(assessment)
    wanted = Question(SKILLS[0], "3", note, "3", digest("before"), note_error=form.note_errors["T1"])
    assert first == wanted
    assert tuple(rest) == questions(assessment, SKILLS)[1:]


@pytest.mark.parametrize("odd", ["\x00", "\x08", "\x1b[31m", "\x7f", "\ud800"])
def test_a_note_with_what_cannot_be_kept_is_refused_and_given_back_without_it(odd: str) -> None:
    form = page(note_T1=f"one{odd}two", skill_T2="1")
    assert form.edits == {"T2": Edit(1)}
    assert list(form.note_errors) == ["T1"]
    assert form.questions(stored())[0].note == f"one{UNKEPT.sub('', odd)}two"


@pytest.mark.parametrize(
    "kept", ["tab\there", "two\nlines", "é « » – 漢字 \N{GRINNING FACE}", "<script>", "=1+1", "'; --"]
)
def test_a_note_is_kept_as_it_was_typed(kept: str) -> None:
    assert page(note_T1=kept).edits == {"T1": Edit(None, kept)}


@pytest.mark.parametrize(
    "name", [f"skill-{FOREIGN}", f"note-{FOREIGN}", "skill-", "note-X9", "skill-t1", "skill-T1-T2", "skill"]
)
def test_an_answer_to_what_this_page_does_not_ask_is_not_kept(name: str) -> None:
    form = PageForm(SKILLS, {name: "3", "skill-T1": "2"})
    assert form.edits == {"T1": Edit(2)}
    assert len(form.page_errors) == 1
    assert not form.is_valid()


def test_a_message_names_what_was_sent_in_short() -> None:
    (message,) = PageForm(SKILLS, {f"skill-{'x' * 5_000}\x00": "3"}).page_errors
    assert "x" * 20 in message
    assert len(message) < 200


def test_the_other_fields_of_a_page_are_nobodys_answers() -> None:
    form = PageForm(SKILLS, {"go": "next", "csrfmiddlewaretoken": "x", "shown-X9": "3", "other": "1"})
    assert (form.edits, form.is_valid()) == ({}, True)


def test_a_page_shows_what_is_stored() -> None:
    first, second, third = questions(stored({"T1": 0, "T2": "dk"}, {"T1": NOTE}), SKILLS)
    assert first == Question(SKILLS[0], "0", NOTE, "0", digest(NOTE))
    assert second == Question(SKILLS[1], "dk", "", "dk", digest(""))
    assert third == Question(SKILLS[2], "", "", "", digest(""))


# Targets


@pytest.mark.parametrize("form", [TargetForm, StartForm])
@pytest.mark.parametrize(("role", "grade"), [("devops", "junior"), ("mlops", "senior")])
def test_a_target_of_the_catalogue_is_taken(form: type[TargetForm], role: str, grade: str) -> None:
    filled = form(shipped(), {"role": role, "grade": grade, "other": "x"})
    assert filled.is_valid()
    assert filled.cleaned_data == {"role": role, "grade": grade}


@pytest.mark.parametrize("form", [TargetForm, StartForm])
@pytest.mark.parametrize("odd", ["", "DEVOPS", "devops ,", "x" * 5_000, "\x00", "é", "['devops']"])
def test_another_target_is_refused_beside_its_field(form: type[TargetForm], odd: str) -> None:
    assert set(form(shipped(), {"role": odd, "grade": "junior"}).errors) == {"role"}
    assert set(form(shipped(), {"role": "devops", "grade": odd}).errors) == {"grade"}
    assert set(form(shipped(), {}).errors) == {"role", "grade"}


@given(st.dictionaries(st.sampled_from(["role", "grade", "other"]), ANY_TEXT | st.sampled_from(["devops", "junior"])))
def test_whatever_comes_in_only_a_known_target_goes_through(data: dict[str, str]) -> None:
    for form in (TargetForm(shipped(), data), StartForm(shipped(), data)):
        if form.is_valid():
            assert form.cleaned_data["role"] in shipped().role_by_code
            assert form.cleaned_data["grade"] in shipped().grade_by_code


@pytest.mark.parametrize("language", ["fr", "en"])
def test_targets_are_named_in_the_language_of_the_page(language: str) -> None:
    with override(language):
        fields = TargetForm(shipped()).fields
        roles = [(role.code, role.name.said_in(language)) for role in shipped().roles]
        grades = [(grade.code, grade.name.said_in(language)) for grade in shipped().grades]
        assert [fields[name].choices for name in ("role", "grade")] == [roles, grades]  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_start_explains_each_role_and_grade(language: str) -> None:
    with override(language):
        fields = StartForm(shipped()).fields
        labels = [label for name in ("role", "grade") for _, label in fields[name].choices]  # type: ignore[attr-defined]
    said = [*((role.name, role.summary) for role in shipped().roles), *((g.name, g.text) for g in shipped().grades)]
    assert [
        [name.said_in(language) in label, len(label) > len(text.said_in(language))]
        for (name, text), label in zip(said, labels, strict=True)
    ] == [[True, True]] * 5


def test_a_name_with_signs_of_html_is_only_a_name() -> None:
    document = tiny_document()
    document["grades"][0]["name"] = {"fr": "<b>fr</b>", "en": "<b>en</b>"}
    label = str(StartForm(build(document)).fields["grade"].choices[0][1])  # type: ignore[attr-defined]
    assert "<b>" not in label
    assert "&lt;b&gt;" in label
