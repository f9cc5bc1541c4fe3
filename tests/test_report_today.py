import re
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from assessment.catalogue.model import Catalogue
from assessment.models import Assessment, CatalogueVersion
from assessment.scoring import Answers, SkillGap, gap_report
from assessment.templatetags.words import percent, said, standing, weight_name
from tests.examples import WORKED_ANSWERS, document, shipped, tiny_document, tiny_role, tiny_skill
from tests.people import (
    Element,
    address,
    answer,
    begin,
    build_and_publish,
    edited_document,
    everything_stored,
    finish,
    read,
    section,
)

LANGUAGES = ("fr", "en")
PARTS = ("standing", "moved", "added", "dropped", "reworded")
TINY = ("maker", "new")


def today(client: Client, finished: Assessment, language: str = "en") -> Element:
    response = client.get(address(finished, "report/today/", language))
    assert response.status_code == 200
    return read(response)


def line(page: Element) -> list[Element]:
    """The line of a report that says there is a newer catalogue."""
    return page.each("p", id="newer")


def parts(page: Element) -> list[str]:
    return [part.attributes["aria-labelledby"] for part in page.each("section")]


def cells(table: Element) -> list[list[Element]]:
    """The rows of a table under its heads."""
    return [[cell for cell in row.children if isinstance(cell, Element)] for row in table.each("tr")[1:]]


def words(table: Element) -> list[list[str]]:
    return [[cell.words for cell in row] for row in cells(table)]


def lines(cell: Element) -> list[tuple[str, bool]]:
    """What a reading says, line by line, and whether each line is marked as another than then."""
    found = [part for part in cell.each("span") if part.attributes["class"].split()[0] == "line"]
    return [(part.words, "other" in part.attributes["class"].split()) for part in found]


def plain(text: str) -> str:
    return " ".join(text.split())


def gaps(catalogue: Catalogue, answers: Answers = WORKED_ANSWERS) -> dict[str, SkillGap]:
    return {gap.skill.code: gap for gap in gap_report(catalogue, "devops", "confirmed", answers).skills}


def asked(gap: SkillGap, catalogue: Catalogue) -> tuple[str, list[str], str]:
    """How a level asked and a weight are said, in the language that is active, and where the person stands."""
    level = plain(f"{gap.required} {said(catalogue.levels[gap.required].name)}")
    return level, [str(gap.weight), weight_name(gap.weight)], plain(standing(gap))


def read_back(cell: Element) -> tuple[str, list[str], str]:
    level, weight, *where = [text for text, _ in lines(cell)]
    return level, re.findall(r"\d+|\w+$", weight), where[0] if where else ""


# The line on the report


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_says_in_one_line_that_there_is_a_newer_catalogue(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client)
    path = address(finished, "report/", language)
    assert line(read(client.get(path))) == []
    newer = build_and_publish(edited_document())
    (found,) = line(read(client.get(path)))
    assert found.the("a").attributes["href"] == address(finished, "report/today/", language)
    assert re.findall(r"\d+", found.words)[:2] == [str(newer.number), str(newer.published.day)]


def test_the_line_names_the_newest_of_several_versions(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    build_and_publish(edited_document())
    newest = build_and_publish(tiny_document())
    assert newest.number == published.number + 2
    (found,) = line(read(client.get(address(finished, "report/"))))
    assert re.findall(r"\d+", found.words)[0] == str(newest.number)


@pytest.mark.parametrize(("query", "shown"), [("?role=mlops", 0), ("?grade=senior", 0), ("?role=devops", 1)])
def test_the_line_is_about_the_persons_own_target(
    client: Client, published: CatalogueVersion, query: str, shown: int
) -> None:
    finished = finish(client)
    build_and_publish(edited_document())
    assert len(line(read(client.get(address(finished, f"report/{query}"))))) == shown


def test_a_report_of_the_newest_catalogue_says_nothing(client: Client, published: CatalogueVersion) -> None:
    build_and_publish(edited_document())
    assert line(read(client.get(address(finish(client), "report/")))) == []


@pytest.mark.parametrize("role", ["devops", "mlops"])
def test_publishing_changes_no_byte_of_the_file_and_nothing_of_the_report_but_the_line(
    client: Client, published: CatalogueVersion, role: str
) -> None:
    finished = finish(client, role)
    files = [address(finished, page) for page in ("report.json", "report.json?role=mlops", "report/?grade=senior")]
    pages = [address(finished, "report/", language) for language in LANGUAGES]
    before = [without_token(client.get(path).content) for path in (*files, *pages)]
    build_and_publish(edited_document())
    assert [without_token(client.get(path).content) for path in files] == before[:3]
    for path, old in zip(pages, before[3:], strict=True):
        new = without_token(client.get(path).content)
        found = re.findall(rb'<p class="[^"]*" id="newer">.*</p>', new)
        assert len(found) == 1
        assert new.replace(found[0], b"") == old


def without_token(content: bytes) -> bytes:
    """A page without what protects its forms, which is drawn anew for each."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", content)


# The page


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_one_stands_is_shown_then_and_now(client: Client, published: CatalogueVersion, language: str) -> None:
    finished = finish(client)
    newer = build_and_publish(edited_document())
    found = words(section(today(client, finished, language), "standing").the("table"))
    sums = [gap_report(catalogue, "devops", "confirmed", WORKED_ANSWERS).overall for catalogue in both(newer)]
    with translation.override(language):
        shares = [plain(percent(s.readiness.value)) for s in sums if s.readiness]
        bounds = [[plain(percent(b)) for b in (s.readiness.lower, s.readiness.upper)] for s in sums if s.readiness]
        coverage = [plain(percent(s.coverage)) for s in sums if s.coverage is not None]
    assert found[0][1:] == shares
    assert shares[0] != shares[1]
    assert [re.findall(r"\d+[.,]\d ?%", cell) for cell in found[1][1:]] == bounds
    assert found[2][1:] == coverage
    assert [re.findall(r"\d+", cell) for cell in found[3][1:]] == [[str(s.rated), str(s.asked)] for s in sums]
    numbers = [re.findall(r"\d+", cell)[0] for cell in found[4][1:]]
    assert numbers == [str(published.number), str(newer.number)]


def both(newer: CatalogueVersion) -> tuple[Catalogue, Catalogue]:
    return shipped(), newer.catalogue


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_skill_asked_otherwise_is_read_twice_in_words_and_figures(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client)
    newer = build_and_publish(edited_document())
    found = cells(section(today(client, finished, language), "moved").the("table"))
    old, new = (gaps(catalogue) for catalogue in both(newer))
    with translation.override(language):
        for (name, own, then, now), code in zip(found, ["T1", "G1", "C1"], strict=True):
            assert name.words == said(new[code].skill.name)
            assert own.words == plain(f"{old[code].level} {said(shipped().levels[old[code].level or 0].name)}")
            assert read_back(then) == asked(old[code], shipped())
            assert read_back(now) == asked(new[code], newer.catalogue)
            drawn = [cell.the("span", aria_hidden="true").attributes["class"] for cell in (then, now)]
            assert drawn == [f"track own-{gap[code].level} required-{gap[code].required}" for gap in (old, new)]


def test_what_differs_today_is_marked_and_the_rest_is_not(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    build_and_publish(edited_document())
    rows = cells(section(today(client, finished), "moved").the("table"))
    assert [[marked for _, marked in lines(then)] for _, _, then, _ in rows] == [[False] * 3] * 3
    assert [[marked for _, marked in lines(now)] for _, _, _, now in rows] == [
        [True, False, True],  # T1 is asked at a higher level, and opens a gap
        [True, False, True],  # G1 at a lower one, and closes it
        [False, True, False],  # C1 weighs more
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_skill_was_not_asked_then_and_is_no_zero(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client)
    newer = build_and_publish(edited_document())
    ((name, own, then, now),) = cells(section(today(client, finished, language), "added").the("table"))
    with translation.override(language):
        assert name.words == said(newer.catalogue.skill_by_code["T9"].name)
        level, weight, _ = asked(gaps(newer.catalogue)["T9"], newer.catalogue)
        assert read_back(now) == (level, weight, "")
    assert re.findall(r"\d", own.words + then.words) == []
    assert own.words != ""
    assert then.words != ""
    assert now.each("span", aria_hidden="true") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_skill_no_longer_asked_keeps_its_old_reading_and_names_what_took_its_place(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client)
    newer = build_and_publish(edited_document())
    retired, left_out = cells(section(today(client, finished, language), "dropped").the("table"))
    with translation.override(language):
        assert [row[0].words for row in (retired, left_out)] == [
            said(shipped().skill_by_code[code].name) for code in ("T5", "G4")
        ]
        assert read_back(left_out[2]) == asked(gaps(shipped())["G4"], shipped())
        successor = said(newer.catalogue.skill_by_code["T9"].name)
    assert successor in retired[3].words
    assert [text for text, _ in lines(left_out[3])] == []


def test_a_skill_that_is_gone_altogether_is_named_as_it_was(client: Client, db: None) -> None:
    build_and_publish(tiny_document())
    finished = finish(client, *TINY, answers={"A": 2, "B": 1})
    others = [tiny_skill("A"), tiny_skill("C", "HEAD")]
    build_and_publish(tiny_document(skills=others, roles=[tiny_role("maker", A=(3, 2, 4), C=(1, 1, 1))]))
    page = today(client, finished)
    assert [row[:2] for row in words(section(page, "dropped").the("table"))] == [["B (en)", "1 Level 1 (en)"]]
    assert [row[0] for row in words(section(page, "added").the("table"))] == ["C (en)"]


@pytest.mark.parametrize("answers", [{}, {"A": "dk"}, {"A": "na"}])
def test_an_answer_without_a_level_has_no_gap_then_or_now(client: Client, db: None, answers: Answers) -> None:
    build_and_publish(tiny_document())
    finished = finish(client, *TINY, answers=answers)
    build_and_publish(tiny_document(roles=[tiny_role("maker", A=(3, 3, 4), B=(1, 1, 2))]))
    ((_, own, then, now),) = cells(section(today(client, finished), "moved").the("table"))
    assert [lines(cell)[0][0] for cell in (then, now)] == ["2 Level 2 (en)", "3 Level 3 (en)"]
    assert [len(lines(cell)) for cell in (then, now)] == [2, 2]
    assert re.findall(r"\d", own.words) == []


def test_the_names_of_the_levels_are_those_of_their_own_catalogue(client: Client, db: None) -> None:
    build_and_publish(tiny_document())
    finished = finish(client, *TINY, answers={"A": 2})
    changed = tiny_document(roles=[tiny_role("maker", A=(3, 3, 4), B=(1, 1, 2))])
    changed["levels"][3]["name"]["en"] = "Renamed 3"
    changed["levels"][2]["name"]["en"] = "Renamed 2"
    build_and_publish(changed)
    ((_, own, then, now),) = cells(section(today(client, finished), "moved").the("table"))
    assert [own.words, lines(then)[0][0], lines(now)[0][0]] == ["2 Level 2 (en)", "2 Level 2 (en)", "3 Renamed 3"]


# Other words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reworded_skill_shows_the_old_words_beside_the_new_in_the_language_of_the_answers(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client)  # in English
    newer = build_and_publish(edited_document())
    part = section(today(client, finished, language), "reworded")
    rows = cells(part.the("details").the("table"))
    old, new = (catalogue.skill_by_code["T2"] for catalogue in both(newer))
    assert [[then.words, now.words] for _, then, now in rows] == [
        [plain(then.en), plain(now.en)]
        for then, now in [(old.name, new.name), *[(old.anchors[level], new.anchors[level]) for level in (2, 5)]]
    ]
    foreign = {"lang": "en"} if language == "fr" else {}
    assert [cell.attributes.get("lang") for row in rows for cell in row[1:]] == [foreign.get("lang")] * 6
    assert [len(head.each("span", class_="line small")) for head, _, _ in rows] == [0, 1, 0]  # level 2 is their answer


def test_a_correction_in_the_language_they_did_not_use_is_no_news(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    changed = document()
    changed["skills"][0]["anchors"]["fr"][1] += " Mieux dit."
    build_and_publish(changed)
    page = today(client, finished)
    assert parts(page) == ["anew"]
    assert page.the("p", id="same").words != ""


def test_other_words_alone_leave_the_figures_out(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    changed = document()
    changed["skills"][0]["anchors"]["en"][1] += " Better said."
    build_and_publish(changed)
    page = today(client, finished)
    assert parts(page) == ["reworded", "anew"]
    assert len(page.each("p", id="same")) == 1


def test_a_text_of_the_catalogue_is_never_markup(client: Client, db: None) -> None:
    build_and_publish(tiny_document())
    finished = finish(client, *TINY, answers={"A": 2, "B": 1})
    evil = "<script>alert(1)</script>"
    changed = tiny_document(roles=[tiny_role("maker", A=(2, 3, 4), C=(1, 1, 2))])
    changed["skills"][0]["name"]["en"] = changed["skills"][0]["anchors"]["en"][2] = evil
    changed["skills"][1] |= {"retired": True, "replaced_by": ["C"]}
    changed["skills"].append(tiny_skill("C", "HEAD") | {"name": {"fr": evil, "en": evil}})
    build_and_publish(changed)
    page = today(client, finished)
    assert page.each("script") == []
    assert page.words.count(evil) == 7  # A: its row, and, reworded, four times; C: its row, and as a successor


# Nothing, and too little


@pytest.mark.parametrize("grade", ["junior", "confirmed"])
def test_nothing_changed_for_them_is_said_in_a_sentence(
    client: Client, published: CatalogueVersion, grade: str
) -> None:
    finished = finish(client, "devops", grade)
    changed = document()
    changed["roles"][0]["requirements"]["T1"]["levels"]["senior"] = 5
    changed["roles"][1]["requirements"]["M1"]["weight"] = 1
    newer = build_and_publish(changed)
    page = today(client, finished)
    assert parts(page) == ["anew"]
    assert page.each("table") == []
    assert re.findall(r"\d+", page.the("p", id="same").words)[0] == str(newer.number)


def test_a_catalogue_that_came_back_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    build_and_publish(edited_document())
    build_and_publish(document())
    assert parts(today(client, finished)) == ["anew"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_few_answers_yield_no_verdict_today_even_where_they_did_then(
    client: Client, db: None, language: str
) -> None:
    build_and_publish(tiny_document(roles=[tiny_role("maker", A=(3, 2, 4))]))
    finished = finish(client, *TINY, answers={"A": 2})
    skills = [tiny_skill("A"), tiny_skill("B", "HEAD"), tiny_skill("C", "HEAD")]
    build_and_publish(tiny_document(skills=skills, roles=[tiny_role("maker", A=(3, 2, 4), B=(3, 2, 2), C=(1, 1, 1))]))
    page = today(client, finished, language)
    share, bounds, coverage, *_ = words(section(page, "standing").the("table"))
    assert share[1].replace(",", ".").startswith("100.0")
    assert re.findall(r"\d", share[2] + bounds[2]) == []
    assert coverage[2].replace(",", ".").startswith("42.9")
    assert len(page.each("p", id="too-little")) == 1


def test_an_empty_report_has_no_verdict_then_or_now(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client, answers={})
    build_and_publish(edited_document())
    page = today(client, finished)
    share, bounds, *_ = words(section(page, "standing").the("table"))
    assert re.findall(r"\d", "".join(share[1:] + bounds[1:])) == []
    assert page.each("span", class_="large") == []
    assert parts(page) == [*PARTS, "anew"]


def test_where_nothing_applies_there_is_nothing_to_say(client: Client, db: None) -> None:
    build_and_publish(tiny_document())
    finished = finish(client, *TINY, answers={"A": "na", "B": "na"})
    build_and_publish(tiny_document(roles=[tiny_role("maker", A=(2, 2, 4), B=(1, 1, 2))]))
    found = words(section(today(client, finished), "standing").the("table"))
    assert re.findall(r"\d", "".join(cell for row in found[:3] for cell in row[1:])) == []


def test_a_target_that_asks_for_nothing_yet_has_no_figure(client: Client, db: None) -> None:
    build_and_publish(tiny_document())
    finished = finish(client, *TINY, answers={"A": 2, "B": 1})
    build_and_publish(tiny_document(roles=[tiny_role("maker", A=(3, 0, 4), B=(1, 0, 2))]))
    page = today(client, finished)
    share, bounds, coverage, *_ = words(section(page, "standing").the("table"))
    assert [share[2], bounds[2], coverage[2]] == ["–", "–", "100.0%"]
    assert page.each("p", id="too-little") == []


def test_bounds_that_meet_are_one_figure(client: Client, db: None) -> None:
    build_and_publish(tiny_document())
    finished = finish(client, *TINY, answers={"A": 1, "B": 1})
    build_and_publish(tiny_document(roles=[tiny_role("maker", A=(2, 2, 4), B=(1, 1, 2))]))
    assert words(section(today(client, finished), "standing").the("table"))[1][1:] == ["57.1%", "60.0%"]


# A target that is no more


def without_mlops() -> dict[str, Any]:
    found = document()
    found["roles"] = found["roles"][:1]
    found["salaries"] = [salary for salary in found["salaries"] if salary["role"] != "mlops"]
    return found


def without_juniors() -> dict[str, Any]:
    found = document()
    found["grades"] = found["grades"][1:]
    found["salaries"] = [salary for salary in found["salaries"] if salary["grade"] != "junior"]
    for role in found["roles"]:
        for need in role["requirements"].values():
            del need["levels"]["junior"]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("target", "changed"), [(("mlops", "senior"), without_mlops()), (("devops", "junior"), without_juniors())]
)
def test_a_role_or_a_grade_that_is_no_more_is_told_kindly(
    client: Client, published: CatalogueVersion, target: tuple[str, str], changed: dict[str, Any], language: str
) -> None:
    finished = finish(client, *target)
    newer = build_and_publish(changed)
    page = today(client, finished, language)
    role, grade = shipped().role_by_code[target[0]], shipped().grade_by_code[target[1]]
    gone = role.name if target[0] not in newer.catalogue.role_by_code else grade.name
    sentence = page.the("p", id="gone").words
    assert gone.said_in(language) in sentence
    assert str(newer.number) in re.findall(r"\d+", sentence)
    assert parts(page) == ["anew"]
    assert section(page, "anew").each("a")[0].attributes["href"] == f"/{language}/start/"
    assert client.get(address(finished, "report/", language)).status_code == 200


# The way there and on


def test_a_report_of_the_newest_catalogue_is_where_one_is_led(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    response = client.get(address(finished, "report/today/"))
    assert (response.status_code, response.headers["Location"]) == (302, address(finished, "report/"))


def test_a_draft_has_no_today_whatever_was_published(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    answer(client, draft, WORKED_ANSWERS)
    build_and_publish(edited_document())
    response = client.get(address(draft, "report/today/"), follow=True)
    assert response.redirect_chain[-1][0] == address(draft, "review/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_leads_back_and_to_a_new_assessment_with_the_same_target(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client, "mlops", "senior")
    build_and_publish(edited_document())
    page = today(client, finished, language)
    onward, back = (link.attributes["href"] for link in section(page, "anew").each("a"))
    assert back == address(finished, "report/", language)
    start = read(client.get(onward))
    assert [box.attributes["value"] for box in start.each("input", checked="")] == ["mlops", "senior"]


def test_another_target_in_the_address_is_passed_over(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    build_and_publish(edited_document())
    own = today(client, finished)
    response = client.get(address(finished, "report/today/?role=mlops&grade=nope"))
    assert read(response).the("main", id="main").words == own.the("main", id="main").words


def test_reading_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    build_and_publish(edited_document())
    before = everything_stored()
    today(client, finished)
    assert everything_stored() == before


def test_the_page_is_neither_kept_nor_indexed(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    build_and_publish(edited_document())
    response = client.get(address(finished, "report/today/"))
    assert {"no-store", "private"} <= set(response.headers["Cache-Control"].split(", "))
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_every_table_has_a_caption_and_each_of_its_cells_a_label(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    build_and_publish(edited_document())
    tables = today(client, finished).each("table")
    assert [len(table.each("caption")) for table in tables] == [1] * 5
    for table in tables:
        heads = [head.words for head in table.each("th", scope="col")]
        for row in cells(table):
            assert [cell.name for cell in row] == ["th", *["td"] * (len(heads) - 1)]
            assert [cell.attributes["data-label"] for cell in row[1:]] == heads[1:]


def test_a_stranger_gets_404(client: Client, published: CatalogueVersion) -> None:
    finished, draft = finish(client), begin(client)
    stranger = Client()
    finish(stranger)
    assert stranger.get(address(finished, "report/today/")).status_code == 404
    build_and_publish(edited_document())
    assert stranger.get(address(finished, "report/today/")).status_code == 404
    assert stranger.get(address(draft, "report/today/")).status_code == 404
    assert Client().get(address(finished, "report/today/")).status_code == 404
    assert client.get(address(finished, "report/today/")).status_code == 200
