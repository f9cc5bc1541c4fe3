"""What a site has besides its pages: signs of life, and what to say when something is wrong."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language


@require_safe
@login_not_required
@never_cache
def livez(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@login_not_required
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and is migrated."""
    try:
        executor = MigrationExecutor(connection)
        ready = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        ready = False
    return HttpResponse("ok\n" if ready else "not ready\n", content_type="text/plain", status=200 if ready else 503)


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
    return HttpResponse("\n".join(lines), content_type="text/plain")


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
    return HttpResponse(SERVER_ERROR, status=500)


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
