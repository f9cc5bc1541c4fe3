import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from assessment.catalogue.file import build
from assessment.catalogue.model import Text
from assessment.exports import report_pdf as module
from assessment.exports.report_json import report_document
from assessment.exports.report_pdf import drawable, report_pdf
from assessment.exports.report_words import UNDRAWN, Sitting, report_words
from assessment.models import CatalogueVersion, PlanItem
from assessment.scoring import Answers, GapReport, SkillGap, gap_report
from assessment.templatetags.words import reason, strength
from tests.examples import WORKED_ANSWERS, shipped, tiny_document, tiny_role
from tests.people import Element, address, begin, finish, read, section

LANGUAGES = ("fr", "en")
ROLES = ("devops", "mlops")
ALL = tuple(shipped().requirements("mlops"))
FINISHED = datetime(2026, 11, 2, 22, 30, tzinfo=UTC)
PUBLISHED = datetime(2026, 5, 3, 9, tzinfo=UTC)
A4 = (595, 842)
HOSTILE = {
    "markup": "#let x = 1",
    "signs": r"$ \ * _ @ ` < > [ ] { } ~ = - + / //",
    "code": '#panic("no") #sys.inputs #read("/etc/passwd")',
    "json": '"}, {"title": "other',
    "long": "x" * 2000,
    "long address": "https://a.example/" + "path/" * 300,
    "emoji": "well \N{THUMBS UP SIGN}\U0001f3fd done \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "right to left": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "turned": "a\u202eb\u2066c",
    "nul": "a\x00b",
    "controls": "a\x01\x1f\x7f\x85b",
    "surrogates": "a\ud800b\udfffc",
    "line ends": "a\u2028b\u2029c\r\nd\re\x0bf",
    "private": "a\ue000b\U000f0000c",
    "noncharacter": "a\uffffb\U0010ffffc",
    "chinese": "\u4f60\u597d",
    "accents": "e\u0301 n\u0303 \u0301 \u0416\u0301" + "\u0336" * 50,
    "empty lines": "a\n\n\n\nb",
    "spaces": " \t ",
}


def computed(role: str = "devops", grade: str = "confirmed", answers: Answers = WORKED_ANSWERS) -> GapReport:
    return gap_report(shipped(), role, grade, answers)


def sitting(report: GapReport, notes: Mapping[str, str] | None = None) -> Sitting:
    return Sitting(7, PUBLISHED, FINISHED, (report.role, report.grade), notes or {})


def printed(report: GapReport, language: str = "en", notes: Mapping[str, str] | None = None) -> PdfReader:
    return PdfReader(BytesIO(report_pdf(report, sitting(report, notes), language)))


def text(file: PdfReader) -> str:
    """All words but the footers', every run of spaces as one plain space."""
    return " ".join(" ".join(page.extract_text().rpartition("careerquiz")[0] for page in file.pages).split())


def squeezed(words: str) -> str:
    """Without any space: a line may break after a hyphen."""
    return "".join(words.replace("\u200b", "").split())


def holds_in_order(file: PdfReader, wanted: list[str]) -> bool:
    found, place = squeezed(text(file)), 0
    for words in wanted:
        place = found.index(squeezed(words), place) + len(squeezed(words))
    return True


def tags(file: PdfReader) -> list[Any]:
    """The elements of the structure, in reading order."""
    return list(_tags(file.root_object["/StructTreeRoot"]))


def _tags(node: Any) -> Iterator[Any]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for inner in node:
            yield from _tags(inner)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        yield from _tags(node.get("/K"))


def named(file: PdfReader, *names: str) -> list[Any]:
    return [tag for tag in tags(file) if tag["/S"] in names]


def attribute(tag: Any, name: str) -> Any:
    (found,) = [attributes[name] for attributes in tag["/A"] if name in attributes]
    return found


def headings(file: PdfReader, level: int) -> list[str]:
    return [" ".join(str(tag["/T"]).split()) for tag in named(file, f"/H{level}")]


def plain(words: Text, language: str) -> str:
    return " ".join(words.said_in(language).split())


def spelled(words: str) -> GapReport:
    """A report of which every text of the catalogue is `words`."""
    said, tiny = Text(words, words), build(tiny_document(roles=[tiny_role("maker", A=(3, 2, 4), B=(1, 1, 2))]))
    catalogue = replace(
        tiny,
        levels=tuple(replace(level, name=said) for level in tiny.levels),
        competencies=tuple(replace(competency, name=said) for competency in tiny.competencies),
        skills=tuple(replace(skill, name=said, anchors=(said,) * 6) for skill in tiny.skills),
        roles=tuple(replace(role, name=said) for role in tiny.roles),
        grades=tuple(replace(grade, name=said) for grade in tiny.grades),
    )
    return gap_report(catalogue, "maker", "old", {"A": 1, "B": 4})


# What the file says of itself


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_has_its_language_its_title_and_its_tags(language: str) -> None:
    file = printed(computed(), language)
    title = {"en": "Gap report: DevOps, mid-level", "fr": "Bilan des écarts : DevOps, confirmé"}[language]
    root: Any = file.root_object
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata is not None
    assert " ".join(str(file.metadata.title).split()) == title
    assert headings(file, 1) == [title]


def test_the_file_declares_pdf_ua_1_and_pdf_a_2a() -> None:
    metadata = printed(computed()).xmp_metadata
    assert metadata is not None
    xml = metadata.stream.get_data().decode()
    assert re.findall(r"<pdfuaid:part>(.*?)<", xml) == ["1"]
    assert re.findall(r"<pdfaid:(part|conformance)>(.*?)<", xml) == [("part", "2"), ("conformance", "A")]


def test_the_file_is_dated_by_the_sitting() -> None:
    metadata = printed(computed()).metadata
    assert metadata is not None
    assert (metadata.creation_date, metadata.modification_date) == (FINISHED, FINISHED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_report_is_the_same_bytes(language: str) -> None:
    report = computed(answers={**WORKED_ANSWERS, "T8": 4})
    once = report_pdf(report, sitting(report, {"T1": "a"}), language)
    assert report_pdf(report, sitting(report, {"T1": "a"}), language) == once
    assert report_pdf(report, sitting(report), language) != once


def test_threads_that_print_at_once_do_not_meet() -> None:
    reports = [computed(answers={**WORKED_ANSWERS, "T8": level}) for level in range(6)]
    alone = [report_pdf(report, sitting(report), "fr") for report in reports]
    with ThreadPoolExecutor(6) as threads:
        together = threads.map(lambda report: report_pdf(report, sitting(report), "fr"), reports * 3)
    assert list(together) == alone * 3
    assert len(set(alone)) == 6


def test_only_the_fonts_of_the_package_are_used_and_they_are_embedded() -> None:
    file = printed(computed(), notes={"T1": "é Ω Ж \u05e9 \u0645 → ≥ ✓ " + UNDRAWN})
    resources: list[Any] = [page["/Resources"] for page in file.pages]
    found = [font for part in resources for font in part["/Font"].values()]
    fonts = {font["/BaseFont"].split("+")[1]: font["/DescendantFonts"][0]["/FontDescriptor"] for font in found}
    families = ("LibertinusSerif", "DejaVuSansMono", "NewCM")
    assert [name for name in fonts if not name.startswith(families)] == []
    assert [name for name, font in fonts.items() if not font.keys() & {"/FontFile2", "/FontFile3"}] == []
    assert len(fonts) > 3


# Its structure


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sections_are_those_of_the_page_in_its_order(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    page = read(client.get(address(finish(client), "report/", language)))
    shown = [section(page, name).each("h2")[0].words for name in ("competencies", "work", "strengths", "all", "how")]
    shown.insert(4, section(page, "left-out").each("h2")[0].words)
    assert headings(printed(computed(), language), 2) == shown


def test_the_sections_of_an_extending_role_have_its_extras() -> None:
    base, extending = (headings(printed(computed(role)), 2) for role in ROLES)
    assert [title for title in extending if title not in base] == ["What MLOps adds to DevOps"]


def test_headings_never_skip_a_level() -> None:
    levels = [
        int(tag["/S"][2]) for tag in tags(printed(computed(), notes={"T1": "a"})) if re.match("/H[1-6]", tag["/S"])
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(3) == len(computed().priorities) + 1


def test_every_cell_of_a_table_has_the_header_of_its_column() -> None:
    file = printed(computed())
    headers = {header["/ID"]: attribute(header, "/Scope") for header in named(file, "/TH")}
    cells = [attribute(cell, "/Headers") for cell in named(file, "/TD")]
    assert list(headers.values()) == ["/Column"] * (6 + 5 * 4)
    assert [len(cell) for cell in cells] == [1] * (6 * 4 + 5 * 24)
    assert [cell for (cell,) in cells if cell not in headers] == []
    assert [cells[0 + start] == cells[6 + start] for start in range(6)] == [True] * 6
    assert len({cell for (cell,) in cells}) == len(headers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_radar_has_the_text_of_the_page_in_its_place(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    page = read(client.get(address(finish(client), "report/", language)))
    shown = page.the("svg", class_="radar").the("title").words
    (figure,) = named(printed(computed(), language), "/Figure")
    assert " ".join(str(figure["/Alt"]).split()) == shown


def test_two_competencies_have_no_radar() -> None:
    report = spelled("word")
    assert report_words(report, sitting(report), "en")["radar"] is None
    assert named(printed(report), "/Figure") == []


def test_the_radar_is_drawn_in_lines() -> None:
    file = printed(computed())
    assert [image for page in file.pages for image in page.images] == []


def test_the_required_line_is_dashed_and_the_own_one_is_not() -> None:
    content = printed(computed()).pages[0].get_contents()
    assert content is not None
    dashes = re.findall(rb"\[([\d. ]*)\] ?[\d.]+ d\b", content.get_data())
    assert dashes == [b"3 2.2"] * 2  # the shape, and its key


# What it says


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [WORKED_ANSWERS, {}, {"T1": 5}, dict.fromkeys(ALL, "na"), dict.fromkeys(ALL, 5)])
@pytest.mark.parametrize("role", ROLES)
def test_it_says_what_the_page_says(
    client: Client, published: CatalogueVersion, role: str, answers: Answers, language: str
) -> None:
    finished = finish(client, role, answers=answers)
    page = read(client.get(address(finished, "report/", language)))
    file = squeezed(text(PdfReader(BytesIO(report_pdf(finished.gap_report(), Sitting.of(finished), language)))))
    standing = page.each("div", class_="standing")
    shown = [p.words for part in standing for p in part.each("p")] or [page.each("p", class_="lead column")[0].words]
    for name in ("strengths", "extras", "left-out", "how"):
        for part in page.each("section", aria_labelledby=name):
            shown += [p.words for p in part.each("p")] + [li.words for li in part.each("li")]
    for item in section(page, "work").each("li"):
        shown += [item.the("h3").words, item.the("p", class_="next").words]
    shown += [cell.words for cell in page.the("section", aria_labelledby="competencies").each("td")]
    assert [words for words in shown if squeezed(words) not in file] == []
    assert len(shown) > 20


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [WORKED_ANSWERS, {"T1": 5}, dict.fromkeys(ALL, "na")])
def test_the_competencies_are_those_of_the_page(
    client: Client, published: CatalogueVersion, answers: Answers, language: str
) -> None:
    finished = finish(client, "mlops", answers=answers)
    table = section(read(client.get(address(finished, "report/", language))), "competencies").the("table")
    shown = [[cell.words for cell in row.children if isinstance(cell, Element)] for row in table.each("tr")]
    words = report_words(finished.gap_report(), Sitting.of(finished), language)["competencies"]
    assert [[" ".join(cell.split()) for cell in row] for row in (words["columns"], *words["rows"])] == shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_its_figures_are_those_of_the_report_as_json(role: str, language: str) -> None:
    report = computed(role)
    document = report_document(report, 7)
    main, mark = document["readiness"], "," if language == "fr" else "."
    wanted = [main["percent"], main["percent"], document["coverage"]["percent"]]
    wanted += [main["lower"]["percent"], main["upper"]["percent"]]
    wanted += [part["readiness"]["percent"] for part in document["competencies"] if part["readiness"]]
    if document["extras"] and document["extras"]["readiness"]:
        wanted.append(document["extras"]["readiness"]["percent"])
    found = re.findall(r"(\d+[.,]\d) ?%", text(printed(report, language)))
    assert found == [f"{figure:.1f}".replace(".", mark) for figure in wanted]


def test_a_french_percentage_never_breaks() -> None:
    raw = "".join(page.extract_text() for page in printed(computed(), "fr").pages)
    assert re.findall(r"\d,\d(?:[ \n]+|)%", raw) == []
    assert re.search("78,5[\u00a0\u202f]%", raw)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_of_work_has_each_skill_with_its_reason_and_its_next_step(language: str) -> None:
    report = computed()
    wanted = []
    for number, gap in enumerate(report.priorities, start=1):
        assert gap.next_step is not None
        with translation.override(language):
            wanted += [f"{number}. {gap.skill.name.said_in(language)}", reason(gap), gap.next_step.said_in(language)]
    assert holds_in_order(printed(report, language), wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_one_already_has_is_listed(language: str) -> None:
    report = computed()
    halves = report.in_state("met", "above")
    with translation.override(language):
        wanted = [f"{gap.skill.name.said_in(language)} – {strength(gap)}" for gap in halves]
    assert holds_in_order(printed(report, language), wanted)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_every_skill_stands_with_own_and_required_level_by_name(role: str, language: str) -> None:
    report = computed(role)
    names = [level.name.said_in(language) for level in shipped().levels]
    wanted = [
        f"{gap.skill.name.said_in(language)}"
        f"{'–' if gap.level is None else f'{gap.level} {names[gap.level]}'}{gap.required} {names[gap.required]}"
        for gap in report.skills
    ]
    assert holds_in_order(printed(report, language), wanted)


def test_an_answer_of_0_is_a_0_and_no_answer_is_none() -> None:
    report = computed(answers={**WORKED_ANSWERS, "T8": 0})
    groups = report_words(report, sitting(report), "en")["skills"]["groups"]
    own = {row["cells"][0]: (row["own"], row["cells"][1]) for group in groups for row in group["rows"]}
    names = {code: shipped().skill_by_code[code].name.en for code in ("T8", "C6", "T5", "G2")}
    assert [own[names[code]] for code in names] == [(0, "0 Not yet"), (None, "–"), (None, "–"), (None, "–")]


@pytest.mark.parametrize(("level", "wanted"), [(1, "2 levels below"), (2, "1 level below"), (4, "1 level above")])
def test_the_table_says_where_a_skill_stands_in_few_words(level: int, wanted: str) -> None:
    report = computed(answers={**WORKED_ANSWERS, "T1": level})
    first = report_words(report, sitting(report), "en")["skills"]["groups"][0]["rows"][0]
    assert first["cells"][-1] == wanted
    assert squeezed(f"{level} {shipped().levels[level].name.en}") in squeezed(text(printed(report)))


def test_the_footer_numbers_the_pages_and_names_what_was_read() -> None:
    file = printed(computed("mlops", answers=dict.fromkeys(ALL, 1)))
    for number, page in enumerate(file.pages, start=1):
        end = " ".join(page.extract_text().split())[-150:]
        assert re.findall(r"\d+", end)[-2:] == [str(number), str(len(file.pages))]
        assert "version 7" in end
        assert shipped().sha256[:12] in end
        assert "2026" in end


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_target_is_said_to_be_another(client: Client, published: CatalogueVersion, language: str) -> None:
    finished = finish(client)
    shown = read(client.get(address(finished, "report/?role=mlops&grade=senior", language))).the("div", role="note")
    own, other = (
        text(PdfReader(BytesIO(report_pdf(finished.gap_report(*target), Sitting.of(finished), language))))
        for target in ((None, None), ("mlops", "senior"))
    )
    sentence = squeezed(shown.words.removesuffix(shown.the("a").words))
    assert sentence in squeezed(other)
    assert sentence not in squeezed(own)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_target_that_asks_for_no_level_has_no_figure(language: str) -> None:
    catalogue = build(tiny_document(roles=[tiny_role("maker", A=(3, 0, 0), B=(1, 0, 0))]))
    file = printed(gap_report(catalogue, "maker", "new", {"A": 1, "B": 2}), language)
    assert len(re.findall(r"\d+[.,]\d ?%", text(file))) == 1  # the coverage


@pytest.mark.parametrize("extra", [{}, {"M1": 3}, {"M1": "dk"}])
def test_extras_of_which_too_little_is_answered_have_no_figure(extra: Answers) -> None:
    report = computed("mlops", answers={**WORKED_ANSWERS, **extra})
    words = report_words(report, sitting(report), "en")["extras"]
    assert "%" not in words["intro"]
    assert len(words["items"]) == 8


# Notes


def test_notes_are_printed_only_if_they_are_asked_for(client: Client, published: CatalogueVersion) -> None:
    assessment = finish(client)
    assessment.notes = {"T1": "Kept since 2019", "P5": "Second note"}
    without, asked = (
        text(PdfReader(BytesIO(report_pdf(assessment.gap_report(), given, "en"))))
        for given in (Sitting.of(assessment), Sitting.of(assessment, with_notes=True))
    )
    assert "Kept since 2019" not in without
    assert asked.index("Kept since 2019") < asked.index("Second note")


def test_a_draft_has_no_sitting(client: Client, published: CatalogueVersion) -> None:
    with pytest.raises(ValueError, match="draft"):
        Sitting.of(begin(client))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("note", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_note_is_text(note: str, language: str) -> None:
    report = computed()
    notes = {"T1": note, "T2": "the next note"}
    found = squeezed(text(printed(report, language, notes)))
    if "\u05e9" not in note:  # right to left: a reader's order, not ours
        assert squeezed(drawable(note)) in found
    assert squeezed("the next note") in found


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_of_a_catalogue_is_text(words: str) -> None:
    name = words[:120]  # names are no longer
    file = printed(spelled(name))
    if "\u05e9" not in name:
        assert squeezed(text(file)).count(squeezed(drawable(name))) > 10


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("plain, é « à » “b” – … ’", "plain, é « à » “b” – … ’"),
        ("e\u0301", "é"),
        ("x\u0323\u0302", "x\u0323\u0302"),
        ("\u0416\u0301 \u0301", "\u0416 "),
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\tc\x7fd", "a b c d"),
        ("a\u200bb\u202ec\u00add\ufeff", "abcd"),
        ("\N{THUMBS UP SIGN}\U0001f3fd \u2764\ufe0f \ue000 \ud800 \u4f60", " ".join([UNDRAWN] * 5)),
        ("x" * 20, "x" * 20),
        ("x" * 41, "x" * 20 + "\u200b" + "x" * 20 + "\u200bx"),
        ("x" * 20 + ". next", "x" * 20 + ". next"),
    ],
)
def test_a_text_is_made_fit_for_the_fonts(note: str, wanted: str) -> None:
    assert drawable({"notes": [("name", note)], "own": None, "rise": 0.5}) == {
        "notes": [["name", wanted]],
        "own": None,
        "rise": 0.5,
    }


def test_what_cannot_be_drawn_is_explained_where_it_occurs() -> None:
    explained, plainly = (text(printed(computed(), notes={"T1": note})) for note in ("a \U0001f600", "a"))
    assert explained.count(UNDRAWN) == 2  # in its place, and in the explanation
    assert UNDRAWN not in plainly


def test_every_character_that_is_kept_can_be_drawn_upright_bold_and_italic() -> None:
    kept = re.compile(f"[{module._DRAWN}]")
    characters = [chr(code) for code in range(0x20, 0x30000) if kept.match(chr(code))]
    assert len(characters) > 2500
    for start in range(0, len(characters), 250):
        words = "".join(characters[start : start + 250])
        assert printed(spelled(words), notes={"A": words}).pages


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=80), min_size=4, max_size=4), st.sampled_from(LANGUAGES))
def test_no_text_stops_the_printing(texts: list[str], language: str) -> None:
    name, *notes = texts
    report = spelled(name or "a")
    assert printed(report, language, dict(zip(("A", "B"), notes, strict=False))).pages


def test_a_long_word_breaks_within_the_text() -> None:
    lines = [
        line for page in printed(computed(), notes={"T1": "x" * 2000}).pages for line in page.extract_text().split("\n")
    ]
    broken = [line for line in lines if re.fullmatch("[x\u200b ]{20,}", line)]
    assert sum(line.count("x") for line in broken) == 2000
    assert max(line.count("x") for line in broken) <= 120


# The plan


def planned(
    gaps: Sequence[SkillGap], step: str = "Pair with Léa", until: date | None = None, done: date | None = None
) -> list[PlanItem]:
    """Steps for these gaps, picked in this order."""
    return [
        PlanItem(skill=gap.skill.code, place=place, step=step, until=until, done=done)
        for place, gap in enumerate(gaps, start=1)
    ]


def with_plan(report: GapReport, plan: Sequence[PlanItem], language: str = "en") -> bytes:
    return report_pdf(report, replace(sitting(report), plan=plan), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_stands_under_headings_after_what_to_work_on(language: str) -> None:
    report = computed()
    file = PdfReader(BytesIO(with_plan(report, planned(report.priorities[:3]), language)))
    words = report_words(report, replace(sitting(report), plan=planned(report.priorities[:3])), language)
    titles = headings(file, 2)
    assert titles[titles.index(words["work"]["title"]) + 1] == words["plan"]["title"]
    names = [plain(gap.skill.name, language) for gap in report.priorities[:3]]
    assert headings(file, 3)[len(report.priorities) :] == names
    levels = [int(tag["/S"][2]) for tag in tags(file) if re.match("/H[1-6]", tag["/S"])]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_step_has_its_words_its_date_and_whether_it_is_done(language: str) -> None:
    report = computed()
    first, second, third = report.priorities[:3]
    plan = [
        *planned([second], until=date(2031, 3, 2), done=date(2030, 1, 7)),
        PlanItem(skill=first.skill.code, place=2),
        PlanItem(skill=third.skill.code, step="not picked", interest=3),
    ]
    found = report_words(report, replace(sitting(report), plan=plan), language)["plan"]["items"]
    assert [item["name"] for item in found] == [gap.skill.name.said_in(language) for gap in (first, second)]
    assert [item["step"] for item in found] == ["–", "Pair with Léa"]
    assert [re.findall(r"\d+", item["when"]) for item in found] == [[], ["2", "2031", "7", "2030"]]
    said = text(PdfReader(BytesIO(with_plan(report, plan, language))))
    assert "not picked" not in said
    assert squeezed(found[1]["when"]) in squeezed(said)


def test_without_a_pick_there_is_no_plan() -> None:
    report = computed()
    unpicked = [PlanItem(skill=report.priorities[0].skill.code, step="a", interest=3)]
    assert with_plan(report, unpicked) == with_plan(report, []) == report_pdf(report, sitting(report), "en")


def test_the_same_plan_is_the_same_bytes() -> None:
    report = computed()
    once, other = (planned(report.priorities[:2], step) for step in ("a", "b"))
    assert with_plan(report, once) == with_plan(report, once) == with_plan(report, once[::-1])
    assert with_plan(report, once) != with_plan(report, other)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_words_of_a_plan_are_text(words: str) -> None:
    report = computed()
    file = PdfReader(BytesIO(with_plan(report, planned(report.priorities[:5], words[:300]))))
    if "\u05e9" not in words:
        assert squeezed(text(file)).count(squeezed(drawable(words[:300]))) >= 5
    assert text(file).count("stands for a character") == (UNDRAWN in drawable(words[:300]))


LONGEST = {
    "prose": ("Pair with Léa on the pipeline of the billing service, one afternoon a week. " * 4)[:300],
    "wide": "W" * 300,
    "wider": "\N{LATIN CAPITAL LETTER DZ WITH CARON}" * 300,
    "short words": "W w " * 75,
    "undrawn": "\U0001f600" * 300,
}


@pytest.mark.parametrize("step", LONGEST.values(), ids=LONGEST.keys())
@pytest.mark.parametrize("language", LANGUAGES)
def test_with_any_plan_the_shipped_roles_need_three_pages_at_the_most(language: str, step: str) -> None:
    fullest = [("mlops", "senior", answers) for answers in worst("mlops")]
    for target in (*fullest, ("mlops", "junior", dict.fromkeys(ALL, 0)), ("devops", "confirmed", WORKED_ANSWERS)):
        report = computed(*target)
        longest = sorted(report.priorities, key=lambda gap: -len(gap.skill.name.said_in(language)))[:5]
        data = with_plan(report, planned(longest, step, date(2027, 9, 30), date(2027, 9, 30)), language)
        assert len(PdfReader(BytesIO(data)).pages) <= 3


def test_a_plan_beside_notes_is_printed_as_large_as_without_them() -> None:
    report = computed("mlops", "senior", dict.fromkeys(ALL, 0))
    plan, notes = planned(report.priorities[:5], LONGEST["wide"]), {"T1": "a" * 2000}
    file = PdfReader(BytesIO(report_pdf(report, replace(sitting(report, notes), plan=plan), "en")))
    assert len(file.pages) > 3


# Paper


def worst(role: str) -> list[Answers]:
    """The answers whose reports are longest."""
    asked = list(shipped().requirements(role))
    return [
        dict.fromkeys(asked, 0),
        dict.fromkeys(asked, 1),
        {code: "na" if index % 5 == 0 else 0 for index, code in enumerate(asked)},
        {code: (0, 1, "dk", 5)[index % 4] for index, code in enumerate(asked)},
        {code: (0, 1, 2, 5)[index % 4] for index, code in enumerate(asked)},
        {code: (2, "dk")[index % 2] for index, code in enumerate(asked)},
        dict.fromkeys(asked[6:], 0),
        dict.fromkeys(asked, 0) | {asked[0]: "dk"},
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("grade", ["junior", "confirmed", "senior"])
@pytest.mark.parametrize("role", ROLES)
def test_the_shipped_roles_need_three_pages_of_a4_at_the_most(role: str, grade: str, language: str) -> None:
    other = shipped().role_by_code["devops"], shipped().grade_by_code["junior"]  # one sentence more
    reports = [computed(role, grade, answers) for answers in (*worst(role), {}, WORKED_ANSWERS)]
    data = [report_pdf(report, replace(sitting(report), own_target=other), language) for report in reports]
    files = [PdfReader(BytesIO(pdf)) for pdf in data]
    assert [len(file.pages) for file in files if len(file.pages) > 3] == []
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for file in files for page in file.pages}
    assert sizes == {A4}


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_another_program_reads_the_same_words(language: str) -> None:
    report = computed()
    data = report_pdf(report, sitting(report, {"T1": "The note is the last word."}), language)
    output = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True)
    found = squeezed(output.stdout.decode())
    words = report_words(report, sitting(report), language)
    titles = [words[part]["title"] for part in ("competencies", "work", "strengths", "skills", "left-out", "how")]
    places = [found.index(squeezed(title)) for title in titles]
    assert places == sorted(places)
    assert squeezed("The note is the last word.") in found
    assert output.stderr == b""


def test_the_hash_can_be_copied_whole() -> None:
    found = "".join(page.extract_text() for page in printed(computed()).pages)
    assert shipped().sha256 in found


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n\n", "\u2028", "\x0b"])
def test_a_note_of_many_lines_fills_no_book(line_end: str) -> None:
    note = line_end.join("abcdefghij" * 10)
    found = printed(computed(), notes=dict.fromkeys(shipped().requirements("devops"), note))
    assert len(found.pages) <= 16
    assert "a / b / c" in " ".join(text(found).split())
