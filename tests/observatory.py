"""The score that Mozilla's HTTP Observatory gives to an answer, computed here from its published rules.

The rules are those of github.com/mdn/mdn-http-observatory: ten tests, each with a modifier; from 100 what is bad is
taken off, and only if 90 or more are left is what is good added. Where its versions differ the stricter one is taken.
Left out is what needs the world outside: lists of sites that browsers know beforehand, and certificates.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.cookies import Morsel
from typing import Any

ENOUGH_FOR_EXTRA = 90
HALF_A_YEAR = 15_552_000  # seconds; the rule says six months and takes 180 days
BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
PRIVATE_REFERRERS = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
OPEN_REFERRERS = {"origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade"}
SHARING = {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}


@dataclass(frozen=True)
class Answer:
    """What came back over HTTPS, and where the same address by plain HTTP led ("" where it led nowhere)."""

    headers: Mapping[str, str]
    cookies: "Mapping[str, Morsel[str]]" = field(default_factory=dict)
    scripts: Sequence[Mapping[str, str]] = ()  # the attributes of each
    redirect: str = "https://testserver/"
    origin: str = "https://elsewhere.example"  # the Origin that was sent along
    host: str = "testserver"

    def header(self, name: str) -> str:
        """A header as the rules compare it: in small letters, "" where there is none."""
        return self.headers.get(name, "").strip().lower()

    @property
    def policy(self) -> dict[str, set[str]]:
        """The Content-Security-Policy; the first of two directives with one name counts."""
        found: dict[str, set[str]] = {}
        for part in self.header("Content-Security-Policy").split(";"):
            name, *sources = part.split() or [""]
            found.setdefault(name, set(sources) or {"'none'"})
        found.pop("", None)
        return found


def score(answer: Answer) -> int:
    """The points of an answer: 100 is an A+."""
    modifiers = modifiers_of(answer).values()
    left = 100 + sum(modifier for modifier in modifiers if modifier < 0)
    return left + (sum(modifier for modifier in modifiers if modifier > 0) if left >= ENOUGH_FOR_EXTRA else 0)


def modifiers_of(answer: Answer) -> dict[str, int]:
    """What each test adds or takes off."""
    return {name: rule(answer) for name, rule in RULES.items()}


def content_security_policy(answer: Answer) -> int:
    policy = answer.policy
    if not policy:
        return -25
    anything = policy.get("default-src", {"*"})
    scripts, styles = policy.get("script-src", anything), policy.get("style-src", anything)
    objects, forms = policy.get("object-src", anything), policy.get("form-action", {"*"})
    passive = policy.get("img-src", anything) | policy.get("media-src", anything)
    active = set[str]().union(scripts, *(policy[name] for name in policy.keys() - {"img-src", "media-src"}))
    faults = [
        (bool(scripts & (BROAD | INLINE) or objects & BROAD), -20),
        (any(source.startswith(("http:", "ftp:")) for source in active), -20),
        ("'unsafe-eval'" in scripts | styles, -10),
        (any(source.startswith(("http:", "ftp:")) for source in passive), -10),
        (bool(styles & (BROAD | INLINE)), 0),
        (policy.get("default-src") != {"'none'"} or bool(forms & BROAD), 5),
    ]
    return next((modifier for found, modifier in faults if found), 10)


def cookies(answer: Answer) -> int:
    if not answer.cookies:
        return 0
    kept_by_hsts = strict_transport_security(answer) == 0
    return min(_cookie(name.lower(), morsel, kept_by_hsts) for name, morsel in answer.cookies.items())


def _cookie(name: str, morsel: "Morsel[str]", kept_by_hsts: bool) -> int:
    is_session = "sess" in name or "login" in name
    same_site = morsel["samesite"].lower()
    insecure = (-10 if kept_by_hsts else -40) if is_session else (-5 if kept_by_hsts else -20)
    faults = [
        (not morsel["secure"], insecure),
        (same_site not in ("lax", "strict", "none", "") or (same_site == "none" and not morsel["secure"]), -20),
        ("csrf" in name and not same_site, -20),
        (is_session and not morsel["httponly"], -30),
        (not same_site, 0),
    ]
    return min((modifier for found, modifier in faults if found), default=5)


def cross_origin_resource_sharing(answer: Answer) -> int:
    echoed = answer.header("Access-Control-Allow-Origin") == answer.origin
    return -50 if echoed and answer.header("Access-Control-Allow-Credentials") == "true" else 0


def redirection(answer: Answer) -> int:
    if not answer.redirect.startswith("https://"):
        return -20
    return 0 if re.match(rf"https://{answer.host}(/|$)", answer.redirect) else -5


def referrer_policy(answer: Answer) -> int:
    if "Referrer-Policy" not in answer.headers:
        return 0
    given = [part.strip() for part in answer.header("Referrer-Policy").split(",")]
    known = [part for part in given if part in PRIVATE_REFERRERS | OPEN_REFERRERS]
    return 5 if known and known[-1] in PRIVATE_REFERRERS else -5


def strict_transport_security(answer: Answer) -> int:
    given = answer.header("Strict-Transport-Security")
    seconds = re.search(r"(?:^|;)\s*max-age=(\d+)", given)
    if not seconds or "," in given:
        return -20
    return 0 if int(seconds[1]) >= HALF_A_YEAR else -10


def subresource_integrity(answer: Answer) -> int:
    sources = [(script.get("src", ""), "integrity" in script) for script in answer.scripts]
    worst = [_script(source, checked) for source, checked in sources if re.match(r"(https?:)?//", source)]
    if worst:
        return min(worst)
    return 5 if any(checked for _, checked in sources) else 0


def _script(source: str, checked: bool) -> int:
    if source.startswith("https:"):
        return 5 if checked else -5
    return -20 if checked else -50


def x_content_type_options(answer: Answer) -> int:
    return 0 if answer.header("X-Content-Type-Options") == "nosniff" else -5


def x_frame_options(answer: Answer) -> int:
    if "frame-ancestors" in answer.policy:
        return 5
    given = answer.header("X-Frame-Options")
    return 0 if given in ("deny", "sameorigin") or given.startswith("allow-from") else -20


def cross_origin_resource_policy(answer: Answer) -> int:
    return SHARING.get(answer.header("Cross-Origin-Resource-Policy"), -5)


RULES: dict[str, Any] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        content_security_policy,
        cookies,
        cross_origin_resource_sharing,
        redirection,
        referrer_policy,
        strict_transport_security,
        subresource_integrity,
        x_content_type_options,
        x_frame_options,
        cross_origin_resource_policy,
    )
}
