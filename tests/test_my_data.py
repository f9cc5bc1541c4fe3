"""All that is kept about a person, as they may take it: one file, from which no table is missing."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessment.models import Assessment, CatalogueVersion, SecondView, hash_token
from profiles.data import as_file
from profiles.models import Event, User
from tests.people import address, begin, enter, finish, token_of
from tests.planted import (
    ADDRESS,
    MARKER,
    leading_to,
    marker,
    person,
    plant_assessment,
    plant_person,
    prove,
    text_fields,
    told_by_an_administrator,
)

pytestmark = pytest.mark.django_db

# What a file about a person does not tell, and why
LEFT_OUT = {
    "user.password": "the hash of a secret: no use but to who breaks in",
    "authenticator.data": "the secret of a second factor",
    "usersession.session_key": "a secret that signs in",
    "emailconfirmation.key": "a secret that proves an address",
    "assessment.token_sha256": "the hash of a secret link",
    "share.token_sha256": "the hash of a secret link",
    "secondview.token_sha256": "the hash of a secret link",
    "secondview.rater_name": "an invitation has none: see the row that has",
    "secondview.answers": "an invitation has none: see the row that has",
    "catalogueversion.document": "the published catalogue, which is about nobody and open to all",
    "catalogueversion.sha256": "the same",
    "catalogueversion.codes": "the same",
    "draftimport.draft_mark": "a digest of the draft",
}


def file_of(client: Client, path: str = "/en/accounts/data.json") -> Any:
    response = client.get(path)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="careerquiz-data-')
    return json.loads(response.content)


def missing(models: set[type[Model]], told: str, tag: str = "") -> set[str]:
    """The columns of some tables whose marker is not in a file."""
    columns = [(model, field.name) for model in models for field in text_fields(model)]
    return {f"{model._meta.model_name}.{name}" for model, name in columns if marker(model, name, tag) not in told}


def test_every_table_that_leads_to_a_person_is_planted(published: CatalogueVersion) -> None:
    told_by_an_administrator(plant_person(published))
    rows = {model._meta.model_name: model._base_manager.count() for model in leading_to(User, Assessment)}
    assert {name for name, count in rows.items() if not count} == {"user_groups", "user_user_permissions"}


def test_the_file_of_an_account_holds_every_text_of_every_table_about_it(
    client: Client, published: CatalogueVersion
) -> None:
    user = plant_person(published)
    prove(client, user)
    told = json.dumps(file_of(client))
    assert missing(leading_to(User, Assessment), told) == set(LEFT_OUT)
    assert ADDRESS in told


def test_what_others_said_is_told_as_far_as_they_agreed(client: Client, published: CatalogueVersion) -> None:
    prove(client, plant_person(published))
    told = json.dumps(file_of(client))
    wanted = {(tag, name): True for tag in ("named", "given") for name in ("rater_name", "answers")}
    wanted |= {("given", "asker"): True, ("hidden", "answers"): False, ("other", "answers"): False}
    found = {(tag, name): marker(SecondView, name, tag) in told for tag, name in wanted}
    assert found == wanted


def test_of_others_the_file_tells_nothing(client: Client, published: CatalogueVersion) -> None:
    user = plant_person(published)
    told_by_an_administrator(user)
    plant_person(published, "two")
    prove(client, user)
    told = json.dumps(file_of(client))
    assert [word for word in MARKER.findall(told) if ".two." in word or "about" in word] == []
    assert ("198.51.100.9" in told, "root@example.org" in told) == (False, False)


def test_groups_and_rights_are_told_of_staff(client: Client, published: CatalogueVersion) -> None:
    user = plant_person(published)
    user.groups.add(Group.objects.create(name="gardeners"))
    prove(client, user)
    account = file_of(client)["account"]
    assert (account["groups"], account["rights"], account["is_staff"]) == (["gardeners"], [], True)


def test_dates_are_written_as_iso_8601_says(client: Client, published: CatalogueVersion) -> None:
    user = plant_person(published)
    prove(client, user)
    told = file_of(client)
    assert told["format"] == "careerquiz-data/1"
    dates = [told["made"], told["account"]["since"], told["assessments"][0]["started"], told["log"][0]["at"]]
    assert [datetime.fromisoformat(date).utcoffset() for date in dates] == [timedelta()] * 4


def test_taking_all_data_is_written_to_the_log_and_told(client: Client, published: CatalogueVersion) -> None:
    user = person()
    prove(client, user)
    line = file_of(client)["log"][-1]
    assert {key: line[key] for key in ("what", "by_them", "from")} == {
        "what": "data",
        "by_them": True,
        "from": "127.0.0.1",
    }


def test_it_takes_as_many_queries_for_twenty_assessments_as_for_one(
    client: Client, published: CatalogueVersion
) -> None:
    user = person()
    counts = []
    for number in (1, 19):
        for index in range(number):
            plant_assessment(published, f"{number}.{index}", owner=user, token_sha256=None)
        prove(client, user)
        with CaptureQueriesContext(connection) as found:
            file_of(client)
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_who_signed_in_long_ago_proves_it_once_more(client: Client, published: CatalogueVersion) -> None:
    user = plant_person(published)
    enter(client, user)
    response = client.get("/en/accounts/data.json")
    assert response.status_code == 302
    assert "data.json" in response.headers["Location"]


def test_nobody_else_gets_there(client: Client, db: None) -> None:
    response = client.get("/en/accounts/data.json")
    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, "/en/accounts/login/")


# One assessment, by its link


@pytest.mark.parametrize("closed", [False, True])
def test_an_assessment_is_told_at_once_by_its_link(client: Client, published: CatalogueVersion, closed: bool) -> None:
    mine = finish(client) if closed else begin(client)
    told = file_of(client, address(mine, "data.json"))
    (found,) = told["assessments"]
    assert (set(told), found["uuid"], found["answers"]) == (
        {"format", "made", "assessments"},
        str(mine.uuid),
        mine.answers,
    )
    assert (found["report"] is not None, found["waits_to_be_counted"]) == (closed, closed)
    assert [line["what"] for line in found["log"]] == ["data"]


def test_it_holds_every_text_of_every_table_about_it(client: Client, published: CatalogueVersion) -> None:
    begin(client).delete()  # which leaves its token in the browser
    until = timezone.now() + timedelta(days=1)
    mine = plant_assessment(published, token_sha256=hash_token(token_of(client)), link_until=until)
    told = json.dumps(file_of(client, address(mine, "data.json")))
    left_out = {column for column in LEFT_OUT if column.split(".")[0] in ("assessment", "share", "secondview")}
    assert missing(leading_to(Assessment), told) == left_out
    assert marker(SecondView, "answers", "hidden") not in told
    assert ADDRESS in told


def test_its_owner_gets_it_too(client: Client, published: CatalogueVersion) -> None:
    user = person()
    mine = plant_assessment(published, owner=user, token_sha256=None)
    enter(client, user)
    assert file_of(client, address(mine, "data.json"))["assessments"][0]["uuid"] == str(mine.uuid)


def test_it_is_kept_from_caches_and_robots(client: Client, published: CatalogueVersion) -> None:
    headers = client.get(address(begin(client), "data.json")).headers
    assert ("no-store" in headers["Cache-Control"], headers["X-Robots-Tag"]) == (True, "noindex, nofollow")


def test_a_stranger_gets_404(client: Client, published: CatalogueVersion) -> None:
    mine = begin(client)
    stranger = Client()
    begin(stranger)
    assert stranger.get(address(mine, "data.json")).status_code == 404
    assert list(Event.objects.all()) == []


def test_a_half_of_a_surrogate_pair_is_written_as_json_writes_it(client: Client, published: CatalogueVersion) -> None:
    mine = begin(client)
    told = as_file({"assessments": [{"uuid": mine.uuid, "title": "\ud800é"}]}).content
    assert (json.loads(told)["assessments"][0]["title"], "é".encode() in told) == ("\ud800é", True)
