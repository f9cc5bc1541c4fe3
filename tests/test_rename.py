import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from assessment.models import Assessment, CatalogueVersion
from assessment.views.mine import ON_A_PAGE
from tests.people import address, begin, enter, everything_stored, finish, read
from tests.test_mine import ada, ids, owned, row

LIST = "/en/assessments/"


def named(client: Client, assessment: Assessment, title: str) -> str:
    """Give it a name; answers what is stored then."""
    response = client.post(address(assessment, "name/"), {"title": title})
    assert response.status_code == 302, response.content
    return Assessment.objects.get(pk=assessment.pk).title


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_name_is_kept_and_leads_back_to_its_place_in_the_list(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    draft = begin(client)
    response = client.post(address(draft, "name/", language), {"title": "Before the yearly talk"})
    there = f"/{language}/assessments/?page=1#a-{draft.uuid}"
    assert (response.status_code, response.headers["Location"]) == (302, there)
    assert row(read(client.get(there)), draft).the("h2").words == "Before the yearly talk"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("x" * 80, "x" * 80),
        ("  Zoë’s \N{GRINNING FACE}  ", "Zoë’s \N{GRINNING FACE}"),
        ("<b>{{ x }} %(name)s", "<b>{{ x }} %(name)s"),
        ("a\u202eb\u200b", "ab"),
    ],
)
def test_any_name_is_text(client: Client, published: CatalogueVersion, typed: str, kept: str) -> None:
    draft = begin(client)
    assert named(client, draft, typed) == kept
    assert row(read(client.get(LIST)), draft).the("h2").words == kept


@pytest.mark.parametrize("nothing", ["", "   ", "\u200b\ufeff"])
def test_an_empty_name_takes_the_name_off(client: Client, published: CatalogueVersion, nothing: str) -> None:
    draft = begin(client)
    named(client, draft, "Before")
    assert named(client, draft, nothing) == ""
    assert client.post(address(draft, "name/")).status_code == 302


@pytest.mark.parametrize("closed", [False, True])
def test_a_name_changes_nothing_else(client: Client, published: CatalogueVersion, closed: bool) -> None:
    made = finish(client) if closed else begin(client)
    before = Assessment.objects.values().get()
    named(client, made, "Before")
    assert Assessment.objects.values().get() == before | {"title": "Before"}


@pytest.mark.parametrize("typed", ["x" * 81, "x" * 5000, "a\x00b", "a\x1bb", "a\u2028b"])
def test_a_name_that_cannot_be_kept_comes_back_beside_its_field_and_the_old_one_stays(
    client: Client, published: CatalogueVersion, typed: str
) -> None:
    other, draft = begin(client), begin(client)
    named(client, draft, "Before")
    response = client.post(address(draft, "name/"), {"title": typed})
    assert response.status_code == 200
    page = read(response)
    field = row(page, draft).the("input", name="title")
    assert field.attributes["value"] == typed
    assert field.attributes["aria-invalid"] == "true"
    identifier = field.attributes["id"]
    assert f"{identifier}_error" in field.attributes["aria-describedby"]
    assert row(page, draft).the("div", id=f"{identifier}_error").words
    assert page.the("div", role="alert").each("a")[0].attributes["href"] == f"#{identifier}"
    folded = {one.uuid: "open" in row(page, one).the("details").attributes for one in (other, draft)}
    assert folded == {other.uuid: False, draft.uuid: True}
    assert Assessment.objects.get(pk=draft.pk).title == "Before"


def test_of_many_the_page_comes_back_that_has_it(client: Client, published: CatalogueVersion) -> None:
    made = owned(ada(), published, ON_A_PAGE + 2)
    enter(client, ada())
    for last, number in ((made[0], 2), (made[1], 2), (made[2], 1), (made[-1], 1)):
        response = client.post(address(last, "name/"), {"title": "Mine"})
        assert response.headers["Location"] == f"{LIST}?page={number}#a-{last.uuid}"
        assert str(last.uuid) in ids(read(client.post(address(last, "name/"), {"title": "x" * 81})))


def test_of_those_changed_at_one_moment_each_is_on_its_page(client: Client, published: CatalogueVersion) -> None:
    made = owned(ada(), published, ON_A_PAGE + 1)
    Assessment.objects.update(changed=made[-1].changed)
    enter(client, ada())
    for one in (made[0], made[1], made[-1]):
        path = client.post(address(one, "name/"), {"title": "Mine"}).headers["Location"].partition("#")[0]
        assert str(one.uuid) in ids(read(client.get(path)))


def test_a_stranger_names_nothing(client: Client, published: CatalogueVersion) -> None:
    draft, stranger = begin(client), Client()
    begin(stranger)
    enter(stranger, get_user_model().objects.create_user("mallory@example.org"))
    before = everything_stored()
    assert stranger.post(address(draft, "name/"), {"title": "Mine"}).status_code == 404
    assert [client.get(address(draft, "name/")).status_code, client.put(address(draft, "name/")).status_code] == [
        405,
        405,
    ]
    assert everything_stored() == before


def test_a_form_of_another_site_names_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert strict.post(address(draft, "name/"), {"title": "Mine"}).status_code == 403
    assert Assessment.objects.get().title == ""
