"""What a browser says it is, in plain words."""

import pytest
from django.utils.translation import override

from profiles.devices import device_of

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
APPLE = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
KNOWN = {
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/140.0.0.0 Safari/537.36": ("Chrome", "Windows"),
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0": (
        "Edge",
        "Windows",
    ),
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/140.0.0.0 Safari/537.36": ("Chrome", "ChromeOS"),
    f"Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} Chrome/140.0.0.0 Mobile Safari/537.36": ("Chrome", "Android"),
    f"Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36": (
        "Samsung Internet",
        "Android",
    ),
    f"Mozilla/5.0 (X11; Linux x86_64) {WEBKIT} Chrome/140.0.0.0 Safari/537.36 OPR/122.0.0.0": ("Opera", "Linux"),
    "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0": ("Firefox", "Linux"),
    f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {APPLE} Version/18.6 Safari/605.1.15": (
        "Safari",
        "Mac",
    ),
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) {APPLE} Version/18.6 Mobile/15E148 Safari/604.1": (
        "Safari",
        "iPhone",
    ),
    f"Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) {APPLE} CriOS/140.0 Mobile/15E148 Safari/604.1": (
        "Chrome",
        "iPad",
    ),
}


@pytest.mark.parametrize("user_agent", KNOWN)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_browser_is_called_by_its_name_and_its_system(user_agent: str, language: str) -> None:
    with override(language):
        said = device_of(user_agent)
    browser, system = KNOWN[user_agent]
    assert said.startswith(browser)
    assert said.endswith(system)


@pytest.mark.parametrize("user_agent", ["", "curl/8.5.0", "x" * 200, "<b>Chrome</b>", "Mozilla/5.0\x00"])
def test_what_is_not_known_is_another_browser(user_agent: str) -> None:
    with override("en"):
        assert device_of(user_agent) == "another browser"


def test_an_unknown_browser_on_a_known_system_says_the_system() -> None:
    with override("en"):
        assert device_of("Lynx/2.9 (Linux)") == "another browser on Linux"
