"""What must be true of the files themselves: texts, templates, styles."""

import gettext
import re
from pathlib import Path

import allauth
import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "locale/fr/LC_MESSAGES/django.po"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PLAIN_SPACE_BEFORE = re.compile(r"[ ][:;!?»]|«[ ]|\d %")


def messages() -> list[Message]:
    with PO.open("rb") as file:
        return [message for message in read_po(file, locale="fr") if message.id]


def strings(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple) else [str(message.string)]


def sources(message: Message) -> list[str]:
    return list(message.id) if isinstance(message.id, tuple | list) else [str(message.id)]


def names(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)", text))


@pytest.mark.parametrize("message", messages(), ids=lambda message: str(message.id)[:40])
def test_a_text_is_in_french_and_names_the_same_values(message: Message) -> None:
    assert not message.fuzzy
    assert all(strings(message))
    assert names("".join(strings(message))) == names("".join(sources(message)))


@pytest.mark.parametrize("message", messages(), ids=lambda message: str(message.id)[:40])
def test_a_text_keeps_the_typography_of_its_language(message: Message) -> None:
    french, english = " ".join(strings(message)), " ".join(sources(message))
    assert PLAIN_SPACE_BEFORE.findall(french) == []
    assert not set("'\"") & set(french + english)


def test_the_compiled_texts_are_those_of_the_source() -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in messages():
        for form, string in enumerate(strings(message)):
            plural = isinstance(message.id, tuple | list)
            assert lookup(compiled, message, form if plural else None) == string


def lookup(compiled: gettext.GNUTranslations, message: Message, form: int | None) -> str:
    first, last = sources(message)[0], sources(message)[-1]
    if form is None:
        return compiled.pgettext(message.context, first) if message.context else compiled.gettext(first)
    if message.context:
        return compiled.npgettext(message.context, first, last, form + 1)
    return compiled.ngettext(first, last, form + 1)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_is_used(template: Path) -> None:
    of_its_admin = {"base_site.html", "index.html", "color_theme_toggle.html"}
    found_by_django = {"400.html", "403.html", "404.html", "429.html"} | of_its_admin
    by_crispy = {"uni_form.html", "field.html"}
    name = str(template.relative_to(ROOT / "templates"))
    code = [*ROOT.glob("assessment/**/*.py"), *ROOT.glob("careerquiz/*.py"), *ROOT.glob("profiles/**/*.py")]
    others = [path for path in [*TEMPLATES, *code] if path != template]
    used = any(f'"{name}"' in path.read_text(encoding="utf-8") for path in others)
    in_place_of_theirs = (Path(allauth.__file__).parent / "templates" / name).exists()  # tests/profiles says which are
    assert used or in_place_of_theirs or template.name in found_by_django | by_crispy


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_inline_style_or_script_and_names_no_other_host(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert re.findall(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|https?://", text, re.IGNORECASE) == []


@pytest.mark.parametrize("style", sorted((ROOT / "static/css").glob("*.css")), ids=lambda path: path.name)
def test_colours_are_chosen_in_the_tokens_only(style: Path) -> None:
    colours = re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", style.read_text(encoding="utf-8"), re.IGNORECASE)
    printed = ["#fff"] if style.name == "base.css" else []  # paper is white
    assert style.name == "tokens.css" or colours == printed
