"""The environment: what is read from it, and the one line that says what is wrong with it."""

import re
import runpy
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

import tests.strategies  # noqa: F401  (the settings of hypothesis)
from careerquiz import environment
from tests.processes import ROOT, manage

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"
READ = [
    "SECRET_KEY",
    "SECRET_KEY_FILE",
    "SECRET_KEY_FALLBACKS",
    "DEBUG",
    "LOG_FORMAT",
    "ACCESS_LOG",
    "METRICS_TOKEN",
    "HTTPS",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "DATABASE_URL_FILE",
    "VAR_DIR",
    "REPLICA_URL",
    "RESUME_LINK_DAYS",
    "OPERATOR_NAME",
    "OPERATOR_EMAIL",
    "TIME_ZONE",
    "BEHIND_PROXY",
    "HSTS_SUBDOMAINS",
    "GROUP_FLOOR",
    "OVERVIEW_PUBLIC",
    "PSEUDONYM_KEY",
    "BASE_URL",
    "EMAIL_HOST",
    "EMAIL_SECURITY",
    "EMAIL_PORT",
    "EMAIL_HOST_USER",
    "EMAIL_HOST_PASSWORD",
    "EMAIL_HOST_PASSWORD_FILE",
    "EMAIL_FROM",
    "PROXIES",
    "ERASED_FILE",
    "RETENTION_MONTHS",
    "LEGAL_BASIS",
    "SECURITY_POLICY",
]
NAMES = [name for name in READ if name.removesuffix("_FILE") not in {*READ} - {name}]
FREE = {
    "OPERATOR_NAME",
    "EMAIL_HOST_USER",
    "EMAIL_HOST_PASSWORD",
    "ERASED_FILE",
}  # any text will do; E002 tries the file
WRONG = [
    ("VAR_DIR", ""),
    ("VAR_DIR", "var"),
    ("SECRET_KEY_FALLBACKS", "old"),
    ("SECRET_KEY_FALLBACKS", f"{'x' * 50},{'y' * 49}"),
    ("ALLOWED_HOSTS", ""),
    ("ALLOWED_HOSTS", " , "),
    ("ALLOWED_HOSTS", "https://careers.example.org"),
    ("ALLOWED_HOSTS", "careers.example.org:8000"),
    ("ALLOWED_HOSTS", "careers.example.org other.example.org"),
    ("OPERATOR_EMAIL", "nobody"),
    ("OPERATOR_EMAIL", "Ada <ada@example.org>"),
    ("OPERATOR_EMAIL", "ada@example.org\nBcc: x@example.org"),
    ("EMAIL_FROM", "nobody"),
    ("EMAIL_FROM", "Careers"),
    ("EMAIL_FROM", "Careers\n <careers@example.org>"),
    ("EMAIL_HOST", "smtp://mail.example.org"),
    ("EMAIL_HOST", "mail example"),
    ("LOG_FORMAT", ""),
    ("LOG_FORMAT", "xml"),
    ("ACCESS_LOG", "var/access.log"),
    ("METRICS_TOKEN", "x" * 31),
    ("METRICS_TOKEN", "x" * 32 + " "),
    ("METRICS_TOKEN", "é" * 32),
    ("SECRET_KEY", ""),
    ("SECRET_KEY", "x" * 49),
    ("DEBUG", "maybe"),
    ("DEBUG", ""),
    ("HTTPS", "2"),
    ("BEHIND_PROXY", "nginx"),
    ("HSTS_SUBDOMAINS", "all"),
    ("GROUP_FLOOR", "4"),
    ("GROUP_FLOOR", "0"),
    ("GROUP_FLOOR", "1001"),
    ("GROUP_FLOOR", "ten"),
    ("OVERVIEW_PUBLIC", "perhaps"),
    ("PSEUDONYM_KEY", "x" * 31),
    ("BASE_URL", ""),
    ("BASE_URL", "/"),
    ("BASE_URL", "careers.example.org"),
    ("BASE_URL", "ftp://careers.example.org"),
    ("BASE_URL", "javascript://careers.example.org"),
    ("BASE_URL", "https://careers.example.org/quiz"),
    ("BASE_URL", "https://careers.example.org?x"),
    ("BASE_URL", "https://ada@careers.example.org"),
    ("BASE_URL", "https://careers.example.org:port"),
    ("BASE_URL", "https://careers.example.org\nX: y"),
    ("BASE_URL", "https://"),
    ("EMAIL_SECURITY", ""),
    ("EMAIL_SECURITY", "ssl"),
    ("EMAIL_PORT", "0"),
    ("EMAIL_PORT", "65536"),
    ("EMAIL_PORT", "smtp"),
    ("PROXIES", "-1"),
    ("PROXIES", "11"),
    ("PROXIES", "nginx"),
    ("RETENTION_MONTHS", "1"),
    ("RETENTION_MONTHS", "121"),
    ("RETENTION_MONTHS", "2 years"),
    ("LEGAL_BASIS", ""),
    ("LEGAL_BASIS", "because"),
    ("SECURITY_POLICY", "http://careers.example.org/security"),
    ("SECURITY_POLICY", "https://careers.example.org/a page"),
    ("SECURITY_POLICY", "https://careers.example.org/\nContact: mailto:mallory@example.org"),
    ("RESUME_LINK_DAYS", "0"),
    ("RESUME_LINK_DAYS", "3651"),
    ("RESUME_LINK_DAYS", "-1"),
    ("RESUME_LINK_DAYS", "1.5"),
    ("RESUME_LINK_DAYS", "²"),
    ("RESUME_LINK_DAYS", "٣"),
    ("RESUME_LINK_DAYS", "9" * 5_000),
    ("RESUME_LINK_DAYS", "one\nyear"),
    ("TIME_ZONE", "Mars/Olympus"),
    ("TIME_ZONE", ""),
    ("TIME_ZONE", "../../etc/passwd"),
    ("DATABASE_URL", ""),
    ("DATABASE_URL", "careerquiz.sqlite3"),
    ("DATABASE_URL", "mongodb://host/name"),
    ("DATABASE_URL", "mysql://user@host/name"),
    ("DATABASE_URL", "oracle://user@host/name"),
    ("DATABASE_URL", "postgresql://user@host:port/name"),
    ("DATABASE_URL", "postgresql://user@host:99999/name"),
    ("DATABASE_URL", "postgresql://[::1/name"),
    ("REPLICA_URL", "mysql://user@host/name"),
]


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a key, as on a machine where nothing else was configured."""
    for name in READ:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SECRET_KEY", secrets.token_urlsafe(50))


def loaded(monkeypatch: pytest.MonkeyPatch, **variables: str) -> dict[str, Any]:
    """The settings with these variables."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(ROOT / "careerquiz" / "settings.py"))


def refusal(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    with pytest.raises(ImproperlyConfigured) as caught:
        loaded(monkeypatch, **variables)
    return str(caught.value)


def what_is_said(read: Callable[..., int], *arguments: int, **options: int) -> int | str:
    """What a reader answers of the variable QUIZ, or the message it refuses with."""
    try:
        return read("QUIZ", *arguments, **options)
    except ImproperlyConfigured as error:
        return str(error)


# The readers


def test_a_text_is_read_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ", " é ")
    assert environment.text("QUIZ") == environment.text("QUIZ", "other") == " é "


def test_a_text_may_have_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.text("QUIZ", "other") == "other"
    assert environment.text("QUIZ", "") == ""
    monkeypatch.setenv("QUIZ", "")
    assert environment.text("QUIZ", "other") == ""


def test_a_text_that_is_missing_is_asked_for() -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        environment.text("QUIZ")
    assert str(caught.value).startswith("QUIZ ")


def test_a_text_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("é key\n", encoding="utf-8")
    monkeypatch.setenv("QUIZ_FILE", str(tmp_path / "secret"))
    assert environment.text("QUIZ") == environment.text("QUIZ", "other") == "é key"
    monkeypatch.setenv("QUIZ", "from outside")
    assert environment.text("QUIZ") == "from outside"


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"", b" \n", ...])
def test_a_file_that_cannot_be_read_is_named_in_one_line(
    content: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "a\nsecret"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content is None:
        path.mkdir()
    monkeypatch.setenv("QUIZ_FILE", str(path))
    with pytest.raises(ImproperlyConfigured) as caught:
        environment.text("QUIZ", "other")
    assert str(caught.value).startswith(f"QUIZ_FILE names {str(path)!r}")
    assert "\n" not in str(caught.value)


def test_an_empty_name_of_a_file_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_FILE", "")
    assert environment.text("QUIZ", "other") == "other"


@pytest.mark.parametrize(("value", "wanted"), [*environment.FLAGS.items(), ("TRUE", True), (" Off ", False)])
def test_a_flag_is_a_yes_or_a_no(value: str, wanted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ", value)
    assert environment.flag("QUIZ", default=not wanted) is wanted


@pytest.mark.parametrize("default", [True, False])
def test_a_flag_has_a_default(default: bool) -> None:
    assert environment.flag("QUIZ", default=default) is default


def test_a_number_lies_within_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.number("QUIZ", 5, least=1, most=9) == 5
    for value, wanted in (("1", 1), ("9", 9), (" 007 ", 7)):
        monkeypatch.setenv("QUIZ", value)
        assert environment.number("QUIZ", 5, least=1, most=9) == wanted


def test_names_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.names("QUIZ") == []
    assert environment.names("QUIZ", "a, b") == ["a", "b"]
    monkeypatch.setenv("QUIZ", " a ,,b c,")
    assert environment.names("QUIZ", "x") == ["a", "b c"]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_every_value_is_taken_or_refused_in_one_line(value: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUIZ", value)
        for said in (
            what_is_said(environment.flag, default=True),
            what_is_said(environment.number, 1, least=0, most=10),
        ):
            assert said in range(11) or (str(said).startswith("QUIZ is ") and len(str(said).splitlines()) == 1)


# The settings


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_is_refused_in_one_line(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = refusal(monkeypatch, **{name: value})
    assert said.startswith(f"{name} ")
    assert len(said.splitlines()) == 1


def test_a_key_that_is_missing_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRET_KEY")
    assert refusal(monkeypatch).startswith("SECRET_KEY ")


def test_a_refusal_never_tells_the_key_or_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "hunter2" not in refusal(monkeypatch, SECRET_KEY="hunter2")
    assert "hunter2" not in refusal(monkeypatch, SECRET_KEY_FALLBACKS="hunter2", SECRET_KEY="x" * 50)
    assert "hunter2" not in refusal(monkeypatch, METRICS_TOKEN="hunter2", SECRET_KEY_FALLBACKS="")
    monkeypatch.delenv("METRICS_TOKEN")
    monkeypatch.setenv("SECRET_KEY", secrets.token_urlsafe(50))
    assert "hunter2" not in refusal(monkeypatch, DATABASE_URL="mysql://ada:hunter2@host/name")
    assert "hunter2" not in refusal(monkeypatch, EMAIL_HOST_PASSWORD="hunter2", EMAIL_SECURITY="ssl")


def test_the_key_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    key, old, older = (secrets.token_urlsafe(50) for _ in range(3))
    (tmp_path / "key").write_text(f"{key}\n", encoding="ascii")
    monkeypatch.delenv("SECRET_KEY")
    found = loaded(monkeypatch, SECRET_KEY_FILE=str(tmp_path / "key"), SECRET_KEY_FALLBACKS=f"{old}, {older}")
    assert (found["SECRET_KEY"], found["SECRET_KEY_FALLBACKS"]) == (key, [old, older])


def test_nothing_set_is_a_safe_site(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch)
    wanted = {
        "DEBUG": False,
        "HTTPS": True,
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 2 * 365 * 24 * 60 * 60,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": False,
        "SESSION_COOKIE_NAME": "__Host-session",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_NAME": "__Host-csrf",
        "CSRF_COOKIE_SECURE": True,
        "CSRF_COOKIE_HTTPONLY": True,
        "LANGUAGE_COOKIE_NAME": "__Host-language",
        "LANGUAGE_COOKIE_SECURE": True,
        "LANGUAGE_COOKIE_HTTPONLY": True,
        "LANGUAGE_COOKIE_SAMESITE": "Lax",
        "COOKIE_PREFIX": "__Host-",
        "RESUME_LINK_DAYS": 365,
        "TIME_ZONE": "Europe/Paris",
        "LANGUAGE_CODE": "fr",
        "ALLAUTH_TRUSTED_PROXY_COUNT": 0,
        "RETENTION_MONTHS": 24,
        "LOG_MONTHS": 6,
        "LEGAL_BASIS": "consent",
        "SECURITY_POLICY": "",
        "ERASED_FILE": str(ROOT / "var" / "erased"),
        "BASE_URL": "http://127.0.0.1:8000",
        "LOG_FORMAT": "line",
        "ACCESS_LOG": False,
        "METRICS_TOKEN": "",
    }
    assert {name: found[name] for name in wanted} == wanted
    assert "SECURE_PROXY_SSL_HEADER" not in found
    assert found["STORAGES"]["staticfiles"]["BACKEND"] == "whitenoise.storage.CompressedManifestStaticFilesStorage"


def test_without_https_no_cookie_and_no_header_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch, HTTPS="off")
    wanted = {
        "SECURE_SSL_REDIRECT": False,
        "SECURE_HSTS_SECONDS": 0,
        "SESSION_COOKIE_NAME": "session",
        "SESSION_COOKIE_SECURE": False,
        "CSRF_COOKIE_NAME": "csrf",
        "CSRF_COOKIE_SECURE": False,
        "CSRF_COOKIE_HTTPONLY": True,
        "LANGUAGE_COOKIE_NAME": "language",
        "LANGUAGE_COOKIE_SECURE": False,
        "LANGUAGE_COOKIE_HTTPONLY": True,
        "COOKIE_PREFIX": "",
    }
    assert {name: found[name] for name in wanted} == wanted


def test_debugging_is_without_https_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch, DEBUG="on")
    assert (found["DEBUG"], found["HTTPS"]) == (True, False)
    backend = "django.contrib.staticfiles.storage.StaticFilesStorage"
    assert found["STORAGES"]["staticfiles"]["BACKEND"] == backend
    assert loaded(monkeypatch, DEBUG="on", HTTPS="on")["HTTPS"] is True


def test_a_proxy_is_believed_only_when_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch, BEHIND_PROXY="yes")
    assert found["BEHIND_PROXY"] is True
    assert found["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    ("variables", "count"),
    [({}, 0), ({"BEHIND_PROXY": "yes"}, 1), ({"PROXIES": "2"}, 2), ({"BEHIND_PROXY": "yes", "PROXIES": "3"}, 3)],
)
def test_one_proxy_is_counted_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], count: int
) -> None:
    assert loaded(monkeypatch, **variables)["ALLAUTH_TRUSTED_PROXY_COUNT"] == count


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("https://careers.example.org", "https://careers.example.org"),
        ("https://careers.example.org/", "https://careers.example.org"),
        ("http://192.0.2.1:8080", "http://192.0.2.1:8080"),
        ("http://[2001:db8::1]:8080", "http://[2001:db8::1]:8080"),
    ],
)
def test_links_in_mails_begin_with_a_name_of_the_site(monkeypatch: pytest.MonkeyPatch, given: str, wanted: str) -> None:
    assert loaded(monkeypatch, BASE_URL=given)["BASE_URL"] == wanted


def test_passwords_and_attempts_are_held_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch)
    names = [validator["NAME"].rsplit(".", 1)[1] for validator in found["AUTH_PASSWORD_VALIDATORS"]]
    assert names == [
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "RepetitionValidator",
    ]
    assert found["ACCOUNT_RATE_LIMITS"]["login_failed"] == "20/h/ip,10/h/key"
    assert found["PASSWORD_RESET_TIMEOUT"] == 3_600
    assert "PASSWORD_HASHERS" not in found  # Django's own, the strongest first


def test_the_rest_of_the_domain_is_bound_only_on_purpose(monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(monkeypatch, HSTS_SUBDOMAINS="on")["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True


def test_the_database_is_a_file_beside_the_code_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch)
    database = found["DATABASES"]["default"]
    assert (database["ENGINE"], database["NAME"]) == (SQLITE, str(ROOT / "var" / "careerquiz.sqlite3"))
    pragmas = database["OPTIONS"].pop("init_command")
    assert database["OPTIONS"] == {"transaction_mode": "IMMEDIATE", "timeout": 20}
    assert {"journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"} <= set(
        re.findall(r"PRAGMA (\w+=\w+);", pragmas)
    )


def test_an_address_cannot_make_sqlite_lose_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "sqlite:////srv/quiz.sqlite3?timeout=1&transaction_mode=DEFERRED&cached_statements=9"
    found = loaded(monkeypatch, DATABASE_URL=address)
    assert found["DATABASES"]["default"]["OPTIONS"] == {"cached_statements": 9, **found["SQLITE_OPTIONS"]}


def test_postgresql_is_an_address_away(monkeypatch: pytest.MonkeyPatch) -> None:
    database = loaded(monkeypatch, DATABASE_URL="postgresql://ada:p%40ss@db:5433/quiz")["DATABASES"]["default"]
    wanted = {"ENGINE": POSTGRESQL, "USER": "ada", "PASSWORD": "p@ss", "HOST": "db", "PORT": 5433, "NAME": "quiz"}
    assert {name: database[name] for name in wanted} == wanted
    assert "transaction_mode" not in database.get("OPTIONS", {})
    assert database["CONN_HEALTH_CHECKS"] is True


def test_an_address_may_name_several_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "postgresql://ada@/quiz?host=one,two&port=5432,5433&target_session_attrs=read-write"
    database = loaded(monkeypatch, DATABASE_URL=address)["DATABASES"]["default"]
    assert (database["HOST"], database["PORT"]) == ("", "")
    named = {"host": "one,two", "port": "5432,5433", "target_session_attrs": "read-write"}
    assert database["OPTIONS"] == named | {"connect_timeout": 5}


def test_a_server_that_does_not_answer_is_waited_for_as_long_as_its_address_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = "postgresql://ada@db/quiz?connect_timeout=2"
    assert loaded(monkeypatch, DATABASE_URL=address)["DATABASES"]["default"]["OPTIONS"] == {"connect_timeout": 2}


def test_there_is_no_replica_until_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [*loaded(monkeypatch)["DATABASES"]] == ["default"]
    assert loaded(monkeypatch, REPLICA_URL="postgresql://ada@two/quiz")["DATABASES"]["replica"]["HOST"] == "two"


def test_the_policy_trusts_no_inline_code_and_no_other_site(monkeypatch: pytest.MonkeyPatch) -> None:
    policy = loaded(monkeypatch)["SECURE_CSP"]
    assert policy["default-src"] == ["'none'"]
    assert {source for sources in policy.values() for source in sources} == {"'none'", "'self'"}


def test_the_other_values_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(
        monkeypatch,
        ALLOWED_HOSTS="quiz.example.org, www.example.org",
        RESUME_LINK_DAYS="30",
        OPERATOR_NAME="École",
        OPERATOR_EMAIL="quiz@example.org",
        TIME_ZONE="UTC",
        RETENTION_MONTHS="12",
        LEGAL_BASIS="public-task",
        SECURITY_POLICY="https://careers.example.org/security",
        ERASED_FILE="/srv/erased",
    )
    wanted = {
        "ALLOWED_HOSTS": ["quiz.example.org", "www.example.org"],
        "RESUME_LINK_DAYS": 30,
        "OPERATOR_NAME": "École",
        "OPERATOR_EMAIL": "quiz@example.org",
        "TIME_ZONE": "UTC",
        "RETENTION_MONTHS": 12,
        "LEGAL_BASIS": "public-task",
        "SECURITY_POLICY": "https://careers.example.org/security",
        "ERASED_FILE": "/srv/erased",
    }
    assert {name: found[name] for name in wanted} == wanted


# As an operator meets them


@pytest.mark.parametrize(
    ("name", "variables"),
    [
        ("SECRET_KEY", {"SECRET_KEY": ""}),
        ("SECRET_KEY", {"SECRET_KEY": "short"}),
        ("SECRET_KEY_FILE", {"SECRET_KEY": "", "SECRET_KEY_FILE": "/no/such/file"}),
        ("DATABASE_URL", {"DATABASE_URL": "mysql://user@host/name"}),
        ("DEBUG", {"DEBUG": "perhaps"}),
    ],
)
def test_a_wrong_environment_stops_the_start_with_one_line(name: str, variables: dict[str, Any]) -> None:
    status, out, err = manage("check", **variables)
    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert f" {name} " in err


def test_a_site_with_https_has_nothing_to_mend() -> None:
    status, out, err = manage("check", "--deploy", "--fail-level", "WARNING", HTTPS="on", PYTHONWARNINGS="error")
    assert (status, err) == (0, "")
    assert out.count("\n") == 1


def test_every_variable_is_tried_here_with_a_wrong_value() -> None:
    source = (ROOT / "careerquiz" / "settings.py").read_text(encoding="utf-8")
    read = re.findall(r"\b(?:environment\.\w+|database)\(\s*\"(\w+)\"", source)
    assert {*read} == {*NAMES} == {name for name, _ in WRONG} | FREE


@pytest.mark.parametrize("name", NAMES)
def test_every_variable_may_stand_in_a_file_which_must_be_there(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(name, raising=False)
    said = refusal(monkeypatch, **{f"{name}_FILE": "/no/such/file"})
    assert said == f"{name}_FILE names '/no/such/file', which cannot be read: No such file or directory."


def test_every_variable_has_its_line_in_the_table_with_its_default() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[A-Z].*?`) \| (.+?) \| (.+?) \|$", page, re.MULTILINE)
    assert sorted(name for names, _, _ in rows for name in re.findall(r"`(\w+)`", names)) == sorted(NAMES)


def test_the_defaults_told_are_those_taken() -> None:
    source = (ROOT / "careerquiz" / "settings.py").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([A-Z_]+)` \| `?(.+?)`? \|", page, re.MULTILINE))
    numbers = re.findall(r'environment\.number\("(\w+)", (\d+),', source)
    flags = [(name, {"True": "on", "False": "off"}[value]) for name, value in FLAG.findall(source)]
    words = re.findall(r'environment\.(?:text|choice|names|shaped)\(\s*"(\w+)",\s*"([^"]+)"', source)
    taken = dict([*numbers, *flags, *words])
    assert len(taken) > 10
    assert {name: told[name] for name in taken} == taken


FLAG = re.compile(r'environment\.flag\("(\w+)", default=(True|False)\)')
