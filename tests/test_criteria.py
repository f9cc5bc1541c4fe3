"""What docs/accessibility.md says of styles and scripts: what they never do, and how far colours stand apart."""

import re
from itertools import product
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parent.parent / "static"
STYLES = {path.name: path.read_text(encoding="utf-8") for path in (STATIC / "css").glob("*.css")}
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in (STATIC / "js").glob("*.js")}
FOR_STAFF = "admin"  # Django's administration has rules of its own
LIGHT, DARK = re.findall(r":root \{(.*?)\}", STYLES["tokens.css"], re.DOTALL)


def of_visitors(files: dict[str, str]) -> str:
    return "\n".join(text for name, text in sorted(files.items()) if not name.startswith(FOR_STAFF))


def test_nothing_moves_flashes_or_asks_for_an_orientation() -> None:
    assert re.findall(r"@keyframes|\banimation|\btransition|\borientation|\bblink", of_visitors(STYLES)) == []


def test_styles_add_no_words_to_a_page() -> None:
    added = re.findall(r"(?<![\w-])content: (.*);", of_visitors(STYLES))
    words = {re.sub(r"attr\(data-label\)|counter\(\w+\)|\\00a0|[\s\"·:/]", "", value) for value in added}
    assert (len(added) > 0, words) == (True, {""})


def test_pointing_at_something_changes_its_looks_alone_and_brings_nothing_forth() -> None:
    rules = re.findall(r"([^{}]*):hover[^{}]*\{([^}]*)\}", of_visitors(STYLES))
    changed = {name for _selector, body in rules for name in re.findall(r"([a-z-]+):", body)}
    assert changed == {"background", "border-color", "filter", "text-decoration-thickness"}


def test_scripts_wait_for_forms_and_buttons_and_for_no_key_or_gesture() -> None:
    script = of_visitors(SCRIPTS)
    assert set(re.findall(r'addEventListener\(\s*"(\w+)"', script)) == {"change", "click", "submit"}
    assert re.findall(r"\bon(?:key|mouse|pointer|touch)\w+|window\.open|devicemotion", script) == []


def brightness(colour: str) -> float:
    digits = colour.removeprefix("#")
    full = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """As WCAG 2.1 defines it, from 1 to 21."""
    darker, lighter = sorted([brightness(one), brightness(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_a_contrast_is_the_one_of_the_definition() -> None:
    assert [round(contrast(one, "#fff"), 2) for one in ("#000", "#ffffff", "#767676")] == [21, 1, 4.54]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_of_texts_and_controls_stand_apart_from_what_is_behind_them(scheme: str) -> None:
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", scheme))
    behind = ("paper", "surface", "accent-soft", "alert-soft")
    pairs = {
        **dict.fromkeys(product(("ink", "muted", "accent", "alert"), behind), 4.5),
        ("on-accent", "accent"): 4.5,
        **dict.fromkeys(product(("control",), ("paper", "surface")), 3.0),
    }
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < pairs[pair]} == {}
