"""The application that a WSGI server runs: `careerquiz.wsgi:application`."""

import os
import re
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerquiz.settings")
CHARSET = re.compile(r";\s*charset[^;]*", re.IGNORECASE)
ESCAPE = re.compile(r"\\[0-3][0-7][0-7]")
site = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018 (loads every page, so that no visitor waits for it)


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    r"""The site, spared two things that no form or cookie of ours has and that break Django before our first line.

    A charset beside the content type: some, such as "base64", cannot be decoded with. An escape such as "\000" in a
    cookie: a NUL in a session key is more than PostgreSQL takes.
    """
    environ["CONTENT_TYPE"] = CHARSET.sub("", environ.get("CONTENT_TYPE", ""))
    environ["HTTP_COOKIE"] = ESCAPE.sub("?", environ.get("HTTP_COOKIE", ""))
    return site(environ, start_response)
