"""What a site has besides its pages: signs of life, and what to say when something is wrong."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from careerquiz import health, logs, metrics


@require_safe
@login_not_required
@never_cache
def livez(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@login_not_required
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and is migrated, and the disk has room; within two seconds, and without a detail."""
    said, status = ("ok\n", 200) if health.ready() else ("not ready\n", 503)
    return HttpResponse(said, content_type="text/plain; charset=utf-8", status=status)


@login_not_required
@never_cache
def figures(request: HttpRequest) -> HttpResponse:
    """What this node has answered, for Prometheus; for who does not bring its token there is no such address."""
    if request.method not in ("GET", "HEAD") or not metrics.may_read(request):
        raise Http404
    return HttpResponse(metrics.text(), content_type="text/plain; version=0.0.4; charset=utf-8")


@require_safe
@login_not_required
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look for the icon unasked."""
    return HttpResponseRedirect(staticfiles_storage.url("icon.svg"))


@require_safe
@login_not_required
def robots(request: HttpRequest) -> HttpResponse:
    """Nothing about a person is for search engines."""
    lines = [
        "User-agent: *",
        "Disallow: /*/assessments/",
        "Disallow: /*/resume/",
        "Disallow: /*/shared/",
        "Disallow: /*/views/",
        "Disallow: /*/accounts/",
        "Disallow: /admin/",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@login_not_required
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness, as RFC 9116 has it; 404 where nobody has said who runs the site."""
    if not settings.OPERATOR_EMAIL:
        raise Http404
    expires = datetime.combine(datetime.now(UTC), time(), UTC) + timedelta(days=180)  # the same all day; a year at most
    fields = {
        "Contact": f"mailto:{settings.OPERATOR_EMAIL}",
        "Expires": expires.isoformat(),
        "Preferred-Languages": "fr, en",
        "Canonical": settings.BASE_URL + reverse("security-txt"),
        "Policy": settings.SECURITY_POLICY,
    }
    lines = [f"{name}: {value}\n" for name, value in fields.items() if value]
    return HttpResponse("".join(lines), content_type="text/plain; charset=utf-8")


@require_POST
@login_not_required
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """The language of the pages that have none in their address; `next` is the page to come back to."""
    if request.POST.get("language") not in dict(settings.LANGUAGES):
        raise Http404
    return set_language(request)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What came in could not be read."""
    return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Our fault; the page needs nothing that may be broken."""
    quote = QUOTE.format(logs.number.get()) if logs.number.get() else ""
    return HttpResponse(SERVER_ERROR.replace("</main>", f"{quote}</main>"), status=500)


SERVER_ERROR = """<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Erreur – careerquiz</title></head>
<body>
<main>
<h1>Quelque chose n’a pas fonctionné</h1>
<p>L’erreur vient de nous et non de vous. Vos réponses déjà enregistrées sont conservées. Réessayez dans un instant.</p>
<div lang="en">
<h1>Something went wrong</h1>
<p>The fault is ours, not yours. The answers you had saved are kept. Please try again in a moment.</p>
</div>
</main>
</body>
</html>
"""
QUOTE = """<p>Si cela se reproduit, donnez ce numéro à qui gère le site :
<span lang="en">if it happens again, give this number to who runs the site:</span> <strong>{}</strong></p>
"""


@login_not_required
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token: a stale tab, or another site. Nothing was done; what was typed is not lost."""
    texts = typed_texts(request) if came_from_here(request) else []
    return render(request, "stale_form.html", {"texts": texts, "here": request.get_full_path()}, status=403)


def came_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that the form was one of our own pages."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def typed_texts(request: HttpRequest) -> list[tuple[str, str]]:
    """The notes of a form that could not be taken, each with the code of its skill."""
    typed = ((name, str(text)) for name, text in request.POST.items())
    return [(name.removeprefix("note-"), text) for name, text in typed if name.startswith("note-") and text.strip()]
