"""Every setting of the site. Nodes differ by their environment only (docs/settings.md lists it)."""

import re
import zoneinfo
from pathlib import Path
from typing import Any
from urllib.parse import quote

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from careerquiz import environment

BASE_DIR = Path(__file__).resolve().parent.parent
# A checkout has the pages' files beside this package and its data in var/. A wheel has the files in the package, and
# must be told where its data lies: whatever stood beside it would go with the next upgrade.
IN_WHEEL = BASE_DIR / "careerquiz" / "files"
FILES_DIR = IN_WHEEL if IN_WHEEL.is_dir() else BASE_DIR
VAR_DIR = Path(environment.text("VAR_DIR", None if IN_WHEEL.is_dir() else str(BASE_DIR / "var")))
if not VAR_DIR.is_absolute():
    raise ImproperlyConfigured(f"VAR_DIR is {str(VAR_DIR)!r}; it must be a whole path, such as /var/lib/careerquiz.")

# The keys of the site. There is no fallback: a guessable key would open every signed cookie.
SECRET_KEY = environment.text("SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY is too short; it must be 50 characters or more, drawn at random.")
SECRET_KEY_FALLBACKS = environment.names("SECRET_KEY_FALLBACKS")
if any(len(key) < 50 for key in SECRET_KEY_FALLBACKS):
    raise ImproperlyConfigured(
        "SECRET_KEY_FALLBACKS holds a key that is too short; each must be 50 characters or more."
    )

DEBUG = environment.flag("DEBUG", default=False)
HTTPS = environment.flag("HTTPS", default=not DEBUG)
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
if not ALLOWED_HOSTS or not all(re.fullmatch(r"\.?[\w.-]+|\[?[0-9a-f:]+\]?|\*", host) for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured(
        f"ALLOWED_HOSTS is {', '.join(ALLOWED_HOSTS)!r}; it must be names such as careers.example.org, without a port."
    )
# What links in mails begin with. Never the Host of a request: who sends one could make the link lead elsewhere.
BASE_URL = environment.shaped(
    "BASE_URL",
    "http://127.0.0.1:8000",
    r"https?://([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?/*",
    "address such as https://careers.example.org",
).rstrip("/")

INSTALLED_APPS = [
    "careerquiz",
    "profiles",
    "assessment",
    "crispy_forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "careerquiz.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "careerquiz.requests.RequestMiddleware",
    "careerquiz.middleware.PolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages show a secret link, so compressing them asks a thought for BREACH: Django's middleware pads at random, and
    # the cookies are SameSite=Lax, so that no other site can make a browser fetch such a page again and again.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "careerquiz.limits.SizeMiddleware",
    "careerquiz.middleware.NameMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "careerquiz.urls"
WSGI_APPLICATION = "careerquiz.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [FILES_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# The database. On SQLite every write takes its lock at the start and waits for it, and a write that
# was acknowledged is on the disk: Django's own defaults lose writes as soon as two people answer at once.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
}


def database(name: str, default: str = "") -> dict[str, Any]:
    """The database whose address the environment gives.

    Raises ImproperlyConfigured, which does not say the address: it may hold a password.
    """
    try:
        found: dict[str, Any] = dict(
            dj_database_url.parse(environment.text(name, default), conn_max_age=60, conn_health_checks=True)
        )
        if found["ENGINE"] not in ("django.db.backends.sqlite3", "django.db.backends.postgresql"):
            raise ValueError
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} is not an address of a database, such as sqlite:////srv/careerquiz.sqlite3 or postgresql://user@host/name."
        ) from error
    if found["ENGINE"] == "django.db.backends.sqlite3":
        found.setdefault("OPTIONS", {}).update(SQLITE_OPTIONS)
    else:  # a server that answers nothing is gone, and the system would wait for it for minutes
        found.setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
    return found


DATABASES = {"default": database("DATABASE_URL", f"sqlite:///{quote(str(VAR_DIR / 'careerquiz.sqlite3'))}")}
# A copy of it that PostgreSQL keeps, read only where somebody asks for it by name: it may be a moment behind.
if environment.text("REPLICA_URL", ""):
    DATABASES["replica"] = database("REPLICA_URL")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A cache that all processes share, in the database: the counts of attempts are in it.
CACHES = {
    "default": {
        "BACKEND": "careerquiz.cache.SharedDatabaseCache",
        "LOCATION": "careerquiz_cache",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    },
    # Parts of pages that depend on the catalogue and the language alone, in the memory of each process.
    "parts": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "parts",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}

# People
AUTH_USER_MODEL = "profiles.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "assessments"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "profiles.passwords.CommonPasswordValidator"},
    {"NAME": "profiles.passwords.RepetitionValidator"},
]
ACCOUNT_ADAPTER = "profiles.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_SESSION_REMEMBER = False
# Attempts, by visitor's address (ip), account or address typed (key), and who is signed in (user). What makes a mail or
# a hash is counted by the hour too, so that nobody floods a stranger's mailbox or the machine.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "20/h/ip,10/h/key",
    "signup": "20/m/ip,100/h/ip",
    "reset_password": "20/m/ip,100/h/ip,5/h/key",
    "confirm_email": "1/3m/key,6/h/key",
    "manage_email": "10/m/user,20/h/user",
}
PASSWORD_RESET_TIMEOUT = 60 * 60  # seconds that a link to choose a new password works
ACCOUNT_FORMS = {
    name: f"profiles.forms.{form}"
    for name, form in {
        "signup": "SignUpForm",
        "login": "SignInForm",
        "reauthenticate": "ReauthenticateForm",
        "add_email": "AddressForm",
        "change_password": "ChangePasswordForm",
        "set_password": "SetPasswordForm",
        "reset_password": "ResetForm",
        "reset_password_from_key": "NewPasswordForm",
    }.items()
}
MFA_ADAPTER = "profiles.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_RATE_LIMITS = {"webauthn_login": "20/m/ip"}  # to ask what to sign, and to send it, are one each
MFA_TOTP_ISSUER = "careerquiz"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    name: f"profiles.forms.{form}"
    for name, form in {
        "authenticate": "CodeForm",
        "reauthenticate": "CodeAgainForm",
        "activate_totp": "ActivateTotpForm",
        "deactivate_totp": "DeactivateTotpForm",
        "generate_recovery_codes": "RecoveryCodesForm",
        "add_webauthn": "AddPasskeyForm",
        "edit_webauthn": "RenamePasskeyForm",
        "authenticate_webauthn": "PasskeyForm",
        "reauthenticate_webauthn": "PasskeyAgainForm",
        "login_webauthn": "PasskeySignInForm",
    }.items()
}
ERASED_FILE = environment.text("ERASED_FILE", str(VAR_DIR / "erased"))
RETENTION_MONTHS = environment.number("RETENTION_MONTHS", 24, least=2, most=120)
LOG_MONTHS = 6
LEGAL_BASIS = environment.choice("LEGAL_BASIS", "consent", "contract", "legitimate-interest", "public-task")
RESUME_LINK_DAYS = environment.number("RESUME_LINK_DAYS", 365, least=1, most=3650)
# Groups: what is shown of many people rests on this many of them, never on fewer than 5.
GROUP_FLOOR = environment.number("GROUP_FLOOR", 10, least=5, most=1000)
OVERVIEW_PUBLIC = environment.flag("OVERVIEW_PUBLIC", default=False)
# With a key, exports name people alike; without, no two exports do.
PSEUDONYM_KEY = environment.text("PSEUDONYM_KEY", "")
if PSEUDONYM_KEY and len(PSEUDONYM_KEY) < 32:
    raise ImproperlyConfigured("PSEUDONYM_KEY is too short; it must be 32 characters or more, drawn at random.")
OPERATOR_NAME = environment.text("OPERATOR_NAME", "")
OPERATOR_EMAIL = environment.shaped("OPERATOR_EMAIL", "", r"[^@\s<>]+@[^@\s<>]+", "address of mail")
# Where it is written how weaknesses are dealt with, for security.txt.
SECURITY_POLICY = environment.shaped("SECURITY_POLICY", "", r"https://\S+", "address that begins with https://")

# Mail: to the console until a server is named
EMAIL_HOST = environment.shaped("EMAIL_HOST", "", r"[\w.:-]+", "name of a server")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_SECURITY = environment.choice("EMAIL_SECURITY", "starttls", "tls", "none")
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL_SECURITY == "starttls", EMAIL_SECURITY == "tls"
EMAIL_PORT = environment.number(
    "EMAIL_PORT", {"starttls": 587, "tls": 465, "none": 25}[EMAIL_SECURITY], least=1, most=65535
)
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD", "")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.shaped(
    "EMAIL_FROM",
    OPERATOR_EMAIL or "careerquiz@localhost",
    r"[^@\s<>]+@[^@\s<>]+|[^\r\n<>]* <[^@\s<>]+@[^@\s<>]+>",
    "sender such as Careers <careers@example.org>",
)

# Languages: French first; a visitor's browser decides at the root, the address everywhere else.
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [FILES_DIR / "locale"]
FORMAT_MODULE_PATH = ["careerquiz.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = environment.text("TIME_ZONE", "Europe/Paris")
if TIME_ZONE not in zoneinfo.available_timezones():
    raise ImproperlyConfigured(f"TIME_ZONE is {TIME_ZONE!r}, which is no time zone; one is Europe/Paris.")

# Pages and their files
STATIC_URL = "static/"
STATICFILES_DIRS = [FILES_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_MIMETYPES = {".svg": "image/svg+xml; charset=utf-8"}
CRISPY_ALLOWED_TEMPLATE_PACKS = ["careerquiz"]
CRISPY_TEMPLATE_PACK = "careerquiz"

# What a browser may do with our pages
SECURE_CSP = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "script-src": ["'self'"],
    "font-src": ["'self'"],
    "img-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.flag("HSTS_SUBDOMAINS", default=False)
# The rest of an operator's domain is theirs to bind, so these two warnings are not ours to heed.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$", r"^metrics$"]
BEHIND_PROXY = environment.flag("BEHIND_PROXY", default=False)
# How many proxies stand before the site: a visitor's address is that many from the right of X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("PROXIES", 1 if BEHIND_PROXY else 0, least=0, most=10)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# One page takes a file, a catalogue; what is sent never reaches the disk, and no more of it is kept than that takes.
FILE_UPLOAD_HANDLERS = ["careerquiz.uploads.SmallFiles"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000  # bytes of a form without its files; careerquiz/limits.py refuses more unread
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
DATA_UPLOAD_MAX_NUMBER_FILES = 10

# Cookies: bound to this host when the site is served by HTTPS, never read by scripts.
COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}session"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}language"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # its own cookie has no such name
CSRF_FAILURE_VIEW = "careerquiz.views.stale_form"

# Operating
LOG_FORMAT = environment.choice("LOG_FORMAT", "line", "json")
ACCESS_LOG = environment.flag("ACCESS_LOG", default=False)
# Without a token there are no metrics.
METRICS_TOKEN = environment.text("METRICS_TOKEN", "")
if METRICS_TOKEN and not re.fullmatch(r"[!-~]{32,}", METRICS_TOKEN):
    raise ImproperlyConfigured("METRICS_TOKEN must be 32 letters and digits or more, drawn at random, without a space.")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "careerquiz.logs.LineFormatter"}, "json": {"()": "careerquiz.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "careerquiz.events": {"level": "INFO"},  # what matters: who took results away
        "careerquiz.access": {"level": "INFO"},  # what was answered, where ACCESS_LOG says so
        "django": {"handlers": [], "level": "WARNING"},  # with DEBUG, Django would print lines of its own beside ours
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},  # without secret links too
    },
}
