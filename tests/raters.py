"""What people do who are asked for a second view, through the addresses of the site."""

from collections.abc import Mapping
from datetime import timedelta

from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone

from assessment.models import Assessment, SecondView
from assessment.scoring import Answer, Answers
from tests.people import Element, address, read

ASKER = "Ada-asks"


def day(offset: int) -> str:
    """A day from today on, as a form takes it."""
    return (timezone.localdate() + timedelta(days=offset)).isoformat()


def ask(client: Client, assessment: Assessment, **said: str) -> HttpResponseBase:
    """Send the form that invites somebody."""
    fields = {"name": "Ms Martin", "asker": ASKER, "until": day(30)} | said
    return client.post(address(assessment, "views/"), fields)


def invited(client: Client, assessment: Assessment, **said: str) -> str:
    """Invite somebody; answers the path of the link, as the page shows it."""
    assert ask(client, assessment, **said).status_code == 302
    return links_of(owner_page(client, assessment))[0]


def links_of(page: Element) -> list[str]:
    """The paths of the links that a page shows to copy."""
    return [field.attributes["value"].removeprefix("http://testserver") for field in page.each("input", readonly="")]


def owner_page(client: Client, assessment: Assessment, language: str = "en") -> Element:
    """The page of who asks."""
    response = client.get(address(assessment, "views/", language))
    assert response.status_code == 200
    return read(response)


def begin_rating(path: str, name: str = "", rater: Client | None = None) -> tuple[Client, str]:
    """Take an invitation up in a new browser; answers the browser and the path of the rater's own link."""
    rater = rater or Client()
    fields = {"seen": "name", "rater_name": name} if name else {"seen": "together"}
    response = rater.post(path, fields)
    assert response.status_code == 302, response.content
    return rater, "/".join(response.headers["Location"].split("/")[:4]) + "/"


def say(rater: Client, own: str, answers: Answers) -> None:
    """Send every page."""
    view = view_of(own)
    for group, skills in view.assessment.pages:
        given = {f"skill-{s.code}": str(answers[s.code]) for s in skills if s.code in answers}
        response = rater.post(f"{own}{group.code}/", {**given, "go": "next"})
        assert response.status_code == 302, response.content


def rated(path: str, answers: Answers, name: str = "") -> tuple[Client, str]:
    """The whole way of one rater; answers their browser and their own link."""
    rater, own = begin_rating(path, name)
    say(rater, own, answers)
    assert rater.post(f"{own}review/").status_code == 302
    return rater, own


def withdraw(rater: Client, own: str) -> None:
    """Take back all that was said."""
    response = rater.post(f"{own}withdraw/")
    assert (response.status_code, response.headers["Location"]) == (302, "/en/views/withdrawn/")


def view_of(path: str) -> SecondView:
    """The row that a link opens."""
    view = SecondView.objects.by_link(path.split("/")[3])
    assert view is not None
    return view


def all_at(level: Answer, codes: Mapping[str, object] | list[str]) -> Answers:
    """One answer to each of these skills."""
    return dict.fromkeys(codes, level)
