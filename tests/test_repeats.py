"""A form that arrives twice, as after an answer that got lost, makes what it makes once."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from assessment.models import Assessment, CatalogueVersion, SecondView, Share
from profiles.models import User
from tests.examples import shipped
from tests.people import address, enter, finish, read
from tests.profiles.accounts import make

TARGET = {"role": "devops", "grade": "confirmed"}
Form = dict[str, str]


def ada() -> User:
    return User.objects.filter(email="ada@example.org").first() or make()


def careful() -> Client:
    """A browser whose forms need their token."""
    return Client(enforce_csrf_checks=True)


def form(client: Client, path: str, **more: str) -> Form:
    """What a page's form sends, with the token that this rendering of the page has."""
    page = read(client.get(path))
    return {"csrfmiddlewaretoken": page.each("input", name="csrfmiddlewaretoken")[-1].attributes["value"], **more}


def share_form(client: Client, made: Assessment) -> Form:
    until = (timezone.localdate() + timedelta(days=30)).isoformat()
    return form(client, address(made, "shares/"), name="Ms Martin", shows="levels", until=until)


def test_a_start_sent_again_leads_to_the_assessment_it_began(published: CatalogueVersion) -> None:
    client = careful()
    sent = form(client, "/en/start/", **TARGET)
    first, second = (client.post("/en/start/", sent) for _ in range(2))
    assert (first.status_code, first.headers["Location"]) == (302, second.headers["Location"])
    assert Assessment.objects.count() == 1


def test_a_start_whose_answer_was_lost_opens_all_the_same(published: CatalogueVersion) -> None:
    client = careful()
    sent = form(client, "/en/start/", **TARGET)
    token = client.cookies["csrf"].value
    client.post("/en/start/", sent)
    other = careful()
    other.cookies["csrf"] = token  # what the answer would have set is lost with it
    assert other.post("/en/start/", sent, follow=True).status_code == 200
    assert Assessment.objects.count() == 1


def test_a_start_from_a_page_opened_anew_is_another(published: CatalogueVersion) -> None:
    client = careful()
    for _ in range(2):
        client.post("/en/start/", form(client, "/en/start/", **TARGET))
    assert Assessment.objects.count() == 2


def test_another_choice_on_the_same_page_is_another(published: CatalogueVersion) -> None:
    client = careful()
    sent = form(client, "/en/start/", **TARGET)
    client.post("/en/start/", sent)
    client.post("/en/start/", sent | {"grade": "senior"})
    assert sorted(Assessment.objects.values_list("grade", flat=True)) == ["confirmed", "senior"]


@pytest.mark.parametrize("change", [{"answers": {"T1": 3}}, {"notes": {"T1": "..."}}])
def test_what_was_begun_and_gone_on_with_is_not_handed_out_again(
    published: CatalogueVersion, change: dict[str, object]
) -> None:
    client = careful()
    sent = form(client, "/en/start/", **TARGET)
    client.post("/en/start/", sent)
    Assessment.objects.update(**change)
    client.post("/en/start/", sent)
    assert Assessment.objects.count() == 2


def test_who_sends_the_same_form_from_another_browser_gets_nothing_of_it(published: CatalogueVersion) -> None:
    client, stranger = careful(), Client()
    sent = form(client, "/en/start/", **TARGET)
    client.post("/en/start/", sent)
    response = stranger.post("/en/start/", sent)
    assert Assessment.objects.count() == 2
    assert str(Assessment.objects.earliest("pk").uuid) not in response.headers["Location"]


def test_a_start_by_an_account_is_made_once_too(published: CatalogueVersion) -> None:
    client = careful()
    enter(client, ada())
    sent = form(client, "/en/start/", **TARGET)
    first, second = (client.post("/en/start/", sent) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert [made.owner_id for made in Assessment.objects.all()] == [ada().pk]


def of_ada(client: Client) -> Assessment:
    """A report in the account that this browser is signed in to."""
    made, person = finish(Client()), ada()
    Assessment.objects.filter(pk=made.pk).update(owner=person)
    enter(client, person)
    return made


def test_to_rate_oneself_again_sent_twice_begins_once(published: CatalogueVersion) -> None:
    client = careful()
    made = of_ada(client)
    sent = form(client, address(made, "report/"))
    for _ in range(2):
        client.post(address(made, "again/"), sent)
    assert Assessment.objects.filter(earlier=made).count() == 1


def test_a_share_sent_twice_makes_one_link(published: CatalogueVersion) -> None:
    client = careful()
    made = of_ada(client)
    sent = share_form(client, made)
    statuses = [client.post(address(made, "shares/"), sent).status_code for _ in range(2)]
    assert (statuses, made.shares.count()) == ([302, 302], 1)
    client.post(address(made, "shares/"), share_form(client, made))
    assert made.shares.count() == 2


def test_a_share_taken_back_does_not_come_back_with_its_form(published: CatalogueVersion) -> None:
    client = careful()
    made = of_ada(client)
    sent = share_form(client, made)
    client.post(address(made, "shares/"), sent)
    Share.objects.all().delete()
    client.post(address(made, "shares/"), sent)
    assert made.shares.count() == 0


def test_a_share_that_could_not_be_stored_may_be_sent_again(
    published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = careful()
    made = of_ada(client)
    sent = share_form(client, made)
    with monkeypatch.context() as broken:
        broken.setattr("assessment.views.shares.log", full)
        with pytest.raises(OSError, match="full"):
            client.post(address(made, "shares/"), sent)
    assert made.shares.count() == 0
    client.post(address(made, "shares/"), sent)
    assert made.shares.count() == 1


def full(*_arguments: object) -> None:
    raise OSError("the disk is full")


def test_an_invitation_sent_twice_is_one(published: CatalogueVersion) -> None:
    client = careful()
    made = of_ada(client)
    until = (timezone.localdate() + timedelta(days=30)).isoformat()
    sent = form(client, address(made, "views/"), name="Grace", asker="Ada", until=until)
    for _ in range(2):
        assert client.post(address(made, "views/"), sent).status_code == 302
    assert SecondView.objects.count() == 1


def test_ten_clicks_at_once_begin_one_assessment(separate_connections: None) -> None:
    CatalogueVersion.objects.publish(shipped())
    client = careful()
    sent, together, places = form(client, "/en/start/", **TARGET), Barrier(10), []

    def click() -> None:
        own = careful()
        own.cookies = client.cookies
        together.wait()
        places.append(own.post("/en/start/", sent).headers["Location"])
        connection.close()

    clicks = [Thread(target=click) for _ in range(10)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert (len(places), len(set(places)), Assessment.objects.count()) == (10, 1, 1)
