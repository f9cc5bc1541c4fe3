import hashlib
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from assessment import scoring
from assessment.catalogue.file import build, write
from assessment.catalogue.model import Catalogue
from assessment.models import (
    AlreadyPublishedError,
    Assessment,
    CatalogueVersion,
    CatalogueVersionQuerySet,
    Edit,
    ImmutableError,
    catalogue_of,
    hash_token,
)
from profiles.models import User
from tests.examples import WORKED_ANSWERS, shipped, tiny_document
from tests.people import everything_stored

pytestmark = pytest.mark.django_db


def tiny() -> Catalogue:
    return build(tiny_document())


def started(version: CatalogueVersion, role: str = "devops", grade: str = "confirmed") -> Assessment:
    return Assessment.objects.start(version, role, grade, "en")[0]


def row(assessment: Assessment) -> dict[str, Any]:
    return dict(Assessment.objects.values().get(pk=assessment.pk))


def visible(user: User | AnonymousUser, *tokens: str) -> set[Assessment]:
    return set(Assessment.objects.visible_to(user, tokens))


# Publishing


def test_nothing_is_current_before_something_is_published() -> None:
    assert CatalogueVersion.objects.current() is None


def test_versions_are_numbered_from_1() -> None:
    first = CatalogueVersion.objects.publish(shipped())
    second = CatalogueVersion.objects.publish(tiny())
    assert [first.number, second.number] == [1, 2]
    assert [str(first), str(second)] == ["1", "2"]
    assert list(CatalogueVersion.objects.all()) == [second, first]


def test_the_newest_version_is_current_and_comes_without_its_document(
    published: CatalogueVersion, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    newest = CatalogueVersion.objects.publish(tiny())
    with django_assert_num_queries(1):
        current = CatalogueVersion.objects.current()
    assert current == newest
    assert current is not None
    assert current.get_deferred_fields() == {"document"}


def test_a_version_holds_the_canonical_bytes_and_their_hash(published: CatalogueVersion) -> None:
    stored = CatalogueVersion.objects.get()
    assert stored.document.encode() == write(shipped())
    assert stored.sha256 == hashlib.sha256(write(shipped())).hexdigest()
    assert stored.catalogue == shipped()


def test_publishing_what_is_published_is_refused(published: CatalogueVersion) -> None:
    with pytest.raises(AlreadyPublishedError):
        CatalogueVersion.objects.publish(shipped())
    assert list(CatalogueVersion.objects.all()) == [published]


def test_an_older_catalogue_can_be_published_again(published: CatalogueVersion) -> None:
    CatalogueVersion.objects.publish(tiny())
    again = CatalogueVersion.objects.publish(shipped())
    assert (again.number, again.catalogue) == (3, shipped())


def test_a_number_taken_at_the_same_moment_is_followed_by_the_next(
    published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = iter([CatalogueVersion.objects.none(), CatalogueVersion.objects.all()])
    monkeypatch.setattr(CatalogueVersionQuerySet, "select_for_update", lambda self: next(reads))
    assert CatalogueVersion.objects.publish(tiny()).number == 2
    assert list(reads) == []


def test_a_catalogue_is_read_and_parsed_once(
    published: CatalogueVersion, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    catalogue_of.cache_clear()
    with django_assert_num_queries(1):
        assert published.catalogue is CatalogueVersion(sha256=published.sha256).catalogue


def test_who_published_is_kept_and_forgotten_with_the_account() -> None:
    editor = User.objects.create_user("editor@example.org")
    version = CatalogueVersion.objects.publish(shipped(), by=editor)
    assert version.published_by == editor
    editor.delete()
    assert list(CatalogueVersion.objects.filter(published_by=None)) == [version]


def test_a_version_is_not_saved_again(published: CatalogueVersion) -> None:
    published.document = "{}"
    with pytest.raises(ImmutableError):
        published.save()
    with pytest.raises(ImmutableError):
        CatalogueVersion.objects.get().save(update_fields=["document"])
    assert CatalogueVersion.objects.get().document.encode() == write(shipped())


def test_versions_are_not_updated(published: CatalogueVersion) -> None:
    published.number = 7
    with pytest.raises(ImmutableError):
        CatalogueVersion.objects.update(document="{}", published_by=None)
    with pytest.raises(ImmutableError):
        CatalogueVersion.objects.filter(number=1).update(number=7)
    with pytest.raises(ImmutableError), transaction.atomic():
        CatalogueVersion.objects.bulk_update([published], ["number"])
    assert CatalogueVersion.objects.values_list("number", "sha256").get() == (1, shipped().sha256)


def test_versions_are_not_deleted(published: CatalogueVersion) -> None:
    with pytest.raises(ImmutableError):
        published.delete()
    with pytest.raises(ImmutableError):
        CatalogueVersion.objects.all().delete()
    assert list(CatalogueVersion.objects.all()) == [published]


# Starting


def test_a_new_assessment_is_an_empty_draft_without_an_owner(published: CatalogueVersion) -> None:
    before = timezone.now()
    assessment, token = Assessment.objects.start(published, "mlops", "senior", "fr")
    stored = row(assessment)
    assert before <= assessment.started <= assessment.changed <= timezone.now()
    assert stored == {
        "id": assessment.pk,
        "uuid": assessment.uuid,
        "version_id": published.pk,
        "role": "mlops",
        "grade": "senior",
        "language": "fr",
        "answers": {},
        "notes": {},
        "started": assessment.started,
        "changed": assessment.changed,
        "finished": None,
        "owner_id": None,
        "title": "",
        "earlier_id": None,
        "notice": "",
        "token_sha256": hash_token(token),
        "link_until": assessment.link_until,
        "notes_shared": None,
    }
    assert str(assessment) == str(assessment.uuid)


def test_a_token_is_192_random_bits_and_only_its_hash_is_stored(published: CatalogueVersion) -> None:
    tokens = [Assessment.objects.start(published, "devops", "junior", "en")[1] for _ in range(20)]
    assert len(set(tokens)) == 20
    assert all(re.fullmatch("[A-Za-z0-9_-]{32}", token) for token in tokens)
    stored = everything_stored()
    assert [token for token in tokens if token in stored] == []
    assert [token for token in tokens if hashlib.sha256(token.encode()).hexdigest() not in stored] == []


def test_a_link_works_as_long_as_the_setting_says(published: CatalogueVersion, settings: Settings) -> None:
    settings.RESUME_LINK_DAYS = 3
    before = timezone.now()
    until = started(published).link_until
    assert until is not None
    assert before + timedelta(days=3) <= until <= timezone.now() + timedelta(days=3)


# Who sees what


def test_a_link_shows_its_assessment_and_no_other(published: CatalogueVersion) -> None:
    mine, token = Assessment.objects.start(published, "devops", "confirmed", "en")
    other, other_token = Assessment.objects.start(published, "devops", "confirmed", "en")
    assert visible(AnonymousUser(), token) == {mine}
    assert visible(AnonymousUser(), token, other_token) == {mine, other}
    assert visible(AnonymousUser()) == set()
    assert list(Assessment.objects.held_by([token])) == [mine]


def test_a_link_with_one_character_changed_shows_nothing(published: CatalogueVersion) -> None:
    _, token = Assessment.objects.start(published, "devops", "confirmed", "en")
    changed = [token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :] for at in range(len(token))]
    odd = ["", token[:-1], f"{token}A", token.swapcase(), hash_token(token), "é", "\x00"]
    assert visible(AnonymousUser(), *changed, *odd) == set()
    assert [word for word in [*changed, *odd] if Assessment.objects.held_by([word]).exists()] == []


def test_a_link_that_has_ended_shows_nothing(published: CatalogueVersion) -> None:
    assessment, token = Assessment.objects.start(published, "devops", "confirmed", "en")
    Assessment.objects.update(link_until=timezone.now())
    assert visible(AnonymousUser(), token) == set()
    assert list(Assessment.objects.unreachable()) == [assessment]


def test_a_person_sees_their_own_and_what_they_hold_the_link_of(published: CatalogueVersion) -> None:
    ada, bob = User.objects.create_user("ada@example.org"), User.objects.create_user("bob@example.org")
    owned, linked, hidden = started(published), *Assessment.objects.start(published, "mlops", "junior", "en")
    Assessment.objects.filter(pk=owned.pk).update(owner=ada)
    assert visible(ada) == {owned}
    assert visible(ada, hidden) == {owned, linked}
    assert visible(bob) == set()
    assert visible(bob, hidden) == {linked}


def test_the_link_of_an_assessment_with_an_owner_opens_nothing(published: CatalogueVersion) -> None:
    ada = User.objects.create_user("ada@example.org")
    assessment, token = Assessment.objects.start(published, "devops", "confirmed", "en")
    Assessment.objects.update(owner=ada)
    assert visible(AnonymousUser(), token) == set()
    assert visible(User.objects.create_user("bob@example.org"), token) == set()
    assert visible(ada, token) == {assessment}


def test_nobody_is_not_the_owner_of_what_has_no_owner(published: CatalogueVersion) -> None:
    started(published)
    assert visible(AnonymousUser()) == set()
    gone = User.objects.create_user("ada@example.org")
    gone.delete()
    assert visible(gone) == set()


def test_what_an_owner_has_is_never_unreachable(published: CatalogueVersion) -> None:
    ada = User.objects.create_user("ada@example.org")
    started(published)
    owned = started(published)
    Assessment.objects.filter(pk=owned.pk).update(owner=ada, link_until=timezone.now())
    assert list(Assessment.objects.unreachable()) == []


def test_an_account_that_goes_takes_its_assessments_with_it(published: CatalogueVersion) -> None:
    ada = User.objects.create_user("ada@example.org")
    owned, other = started(published), started(published)
    Assessment.objects.filter(pk=owned.pk).update(owner=ada)
    ada.delete()
    assert list(Assessment.objects.all()) == [other]


def test_an_assessment_comes_with_its_version_but_not_its_document(
    published: CatalogueVersion, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    started(published)
    with django_assert_num_queries(1):
        found = Assessment.objects.with_version().get()
        assert (found.catalogue, found.version.number) == (shipped(), 1)
    assert found.version.get_deferred_fields() == {"document"}


# Answering


def test_a_draft_knows_what_it_asks_and_what_is_unanswered(published: CatalogueVersion) -> None:
    assessment = started(published)
    codes = list(shipped().requirements("devops"))
    assert [skill.code for skill in assessment.unanswered] == codes
    assert (assessment.asked, assessment.answered) == (24, 0)
    assessment.answers = {"T1": 0, "T2": "na", "T3": "dk"}
    assert [skill.code for skill in assessment.unanswered] == [c for c in codes if c not in ("T1", "T2", "T3")]
    assert (assessment.asked, assessment.answered) == (24, 3)


def test_the_pages_and_the_target_are_those_of_the_role(published: CatalogueVersion) -> None:
    assessment = started(published, "mlops", "junior")
    assert assessment.pages == shipped().pages("mlops")
    assert assessment.target == (shipped().role_by_code["mlops"], shipped().grade_by_code["junior"])
    assert assessment.asked == 32


def test_an_assessment_keeps_its_catalogue_whatever_is_published_since(published: CatalogueVersion) -> None:
    assessment = started(published)
    CatalogueVersion.objects.publish(tiny())
    assert Assessment.objects.get(pk=assessment.pk).catalogue == shipped()


def test_an_edit_writes_what_it_names_and_nothing_else(published: CatalogueVersion) -> None:
    assessment = started(published)
    before = row(assessment)
    assert assessment.edit({"T1": Edit(3, "why"), "T2": Edit("na"), "T3": Edit(0), "T4": Edit(note="later")}, "fr")
    changed = {"answers": {"T1": 3, "T2": "na", "T3": 0}, "notes": {"T1": "why", "T4": "later"}, "language": "fr"}
    assert row(assessment) == before | changed | {"changed": assessment.changed}
    assert assessment.changed > assessment.started


def test_an_edit_changes_and_takes_back_and_leaves_the_rest(published: CatalogueVersion) -> None:
    assessment = started(published)
    assessment.edit({"T1": Edit(3, "why"), "T2": Edit("na", "no"), "T3": Edit(1, "so")}, "en")
    assert assessment.edit({"T1": Edit("", None), "T2": Edit(None, ""), "T3": Edit(5, "yes"), "T4": Edit("", "")}, "en")
    stored = row(assessment)
    assert (stored["answers"], stored["notes"]) == ({"T2": "na", "T3": 5}, {"T1": "why", "T3": "yes"})
    assert (assessment.answers, assessment.notes) == (stored["answers"], stored["notes"])


def test_two_tabs_undo_nothing_of_each_other(published: CatalogueVersion) -> None:
    one = started(published)
    two = Assessment.objects.get(pk=one.pk)
    one.edit({"T1": Edit(1), "T2": Edit(2)}, "en")
    two.edit({"T2": Edit(5), "T3": Edit(3)}, "en")
    assert row(one)["answers"] == two.answers == {"T1": 1, "T2": 5, "T3": 3}


def test_an_edit_of_a_finished_assessment_changes_nothing(published: CatalogueVersion) -> None:
    assessment = started(published)
    stale = Assessment.objects.get(pk=assessment.pk)
    assessment.edit({"T1": Edit(1)}, "en")
    assessment.finish()
    before = row(assessment)
    assert stale.edit({"T1": Edit(5), "T2": Edit(5, "x")}, "fr") is False
    assert row(assessment) == before
    assert (stale.answers, stale.notes, stale.finished) == ({"T1": 1}, {}, before["finished"])


def test_an_edit_takes_two_queries_however_much_it_changes(published: CatalogueVersion) -> None:
    assessment = started(published)
    with CaptureQueriesContext(connection) as queries:
        assessment.edit({code: Edit(2, "x" * 2000) for code in shipped().requirements("devops")}, "en")
    kinds = [query["sql"].split()[0] for query in queries]
    assert [kind for kind in kinds if kind not in ("SAVEPOINT", "RELEASE")] == ["SELECT", "UPDATE"]


# In an account and out of it


def test_with_an_owner_one_begins_without_a_link(published: CatalogueVersion) -> None:
    ada = User.objects.create_user("ada@example.org")
    made, token = Assessment.objects.start(published, "devops", "confirmed", "en", owner=ada, notice="n", title="t")
    assert token == ""
    found = row(made)
    assert (found["owner_id"], found["token_sha256"], found["link_until"]) == (ada.pk, None, None)
    assert (found["notice"], found["title"], made.link_works) == ("n", "t", False)


def test_what_links_open_joins_and_what_is_claimed_or_ended_does_not(published: CatalogueVersion) -> None:
    ada, bob = User.objects.create_user("ada@example.org"), User.objects.create_user("bob@example.org")
    made = [Assessment.objects.start(published, "devops", "confirmed", "en") for _ in range(4)]
    (first, one), (_second, two), (claimed, three), (ended, four) = made
    Assessment.objects.filter(pk=claimed.pk).update(owner=bob)
    Assessment.objects.filter(pk=ended.pk).update(link_until=timezone.now())
    before = row(first)
    assert Assessment.objects.join(ada, [one, three, four, "x"]) == 1
    assert row(first) == before | {"owner_id": ada.pk}
    assert Assessment.objects.join(ada, [one, two]) == 1
    assert Assessment.objects.join(ada, []) == 0
    assert list(Assessment.objects.order_by("pk").values_list("owner", flat=True)) == [ada.pk, ada.pk, bob.pk, None]


def test_a_link_leads_to_its_assessment_while_it_works_and_for_good_once_it_is_claimed(
    published: CatalogueVersion,
) -> None:
    assessment, token = Assessment.objects.start(published, "devops", "confirmed", "en")
    other, _token = Assessment.objects.start(published, "devops", "confirmed", "en")
    assert list(Assessment.objects.behind_link(token)) == [assessment]
    Assessment.objects.update(link_until=timezone.now())
    assert list(Assessment.objects.behind_link(token)) == []
    Assessment.objects.update(owner=User.objects.create_user("ada@example.org"))
    assert list(Assessment.objects.behind_link(token)) == [assessment]
    assert list(Assessment.objects.behind_link(str(other.token_sha256))) == []


def test_one_leaves_its_account_by_a_link_that_works_and_not_without(published: CatalogueVersion) -> None:
    ada = User.objects.create_user("ada@example.org")
    made = Assessment.objects.start(published, "devops", "confirmed", "en", owner=ada)[0]
    assert (made.release(), row(made)["owner_id"]) == (False, ada.pk)
    token = made.new_link()
    assert row(made)["owner_id"] == ada.pk
    Assessment.objects.update(link_until=timezone.now())
    assert (made.release(), row(made)["owner_id"]) == (False, ada.pk)
    newer = made.new_link()
    assert (made.release(), row(made)["owner_id"]) == (True, None)
    assert visible(AnonymousUser(), newer) == {made}
    assert visible(AnonymousUser(), token) == set()
    assert visible(ada) == set()


@pytest.mark.parametrize(("after", "works"), [(timedelta(seconds=9), True), (timedelta(), False)])
def test_a_link_works_until_its_end(after: timedelta, works: bool) -> None:
    assert Assessment(link_until=timezone.now() + after).link_works is works


def test_a_name_is_all_that_naming_changes_and_what_is_erased_is_not_named(published: CatalogueVersion) -> None:
    made = started(published)
    before = row(made)
    made.rename("Mine")
    assert row(made) == before | {"title": "Mine"}
    Assessment.objects.all().delete()
    Assessment(pk=made.pk).rename("Mine")
    assert not Assessment.objects.exists()


# Begun again


def test_the_last_changed_comes_first_and_each_knows_those_before_it(published: CatalogueVersion) -> None:
    made = [started(published) for _ in range(4)]
    Assessment.objects.filter(pk__in=[made[1].pk, made[2].pk]).update(changed=made[3].changed + timedelta(days=1))
    ordered = list(Assessment.objects.newest_first())
    assert ordered == [made[2], made[1], made[3], made[0]]
    newer = [list(Assessment.objects.newest_first().newer_than(one)) for one in ordered]
    assert newer == [ordered[:at] for at in range(4)]


def test_one_begun_again_tells_of_what_is_answered_in_both(published: CatalogueVersion) -> None:
    earlier = started(published, "mlops", "senior")
    earlier.edit({"T1": Edit(3), "T2": Edit("na"), "T3": Edit(0)}, "en")
    made, token = earlier.again(published, "fr", title="Anew")
    assert (made.role, made.grade, made.language, made.earlier, made.title) == (
        "mlops",
        "senior",
        "fr",
        earlier,
        "Anew",
    )
    assert visible(AnonymousUser(), token) == {made}
    assert (made.last_answers, made.newly_asked) == ({}, frozenset())
    made.edit({"T1": Edit(5), "T3": Edit("dk"), "T4": Edit(1)}, "fr")
    assert made.last_answers == {"T1": 3, "T3": 0}


def test_without_an_earlier_one_there_is_no_last_time(published: CatalogueVersion) -> None:
    made = started(published)
    made.edit({"T1": Edit(5)}, "en")
    assert (made.last_time, made.last_answers, made.newly_asked) == (None, {}, frozenset())


def test_last_time_is_known_to_the_same_hands_only(published: CatalogueVersion) -> None:
    nobody, ada, bob = None, User(pk=1), User(pk=2)
    hands = [(earlier, now) for earlier in (nobody, ada, bob) for now in (nobody, ada, bob)]
    known = [
        (earlier, now)
        for earlier, now in hands
        if Assessment(owner=now, earlier=Assessment(owner=earlier, version=published)).last_time is not None
    ]
    assert known == [(nobody, nobody), (nobody, ada), (nobody, bob), (ada, ada), (bob, bob)]


# Finishing


def test_an_assessment_finishes_once(published: CatalogueVersion) -> None:
    assessment = started(published)
    stale = Assessment.objects.get(pk=assessment.pk)
    before = row(assessment)
    assert assessment.finish() is True
    finished = row(assessment)
    assert finished == before | {"finished": finished["finished"], "changed": finished["finished"]}
    assert [assessment.finish(), stale.finish()] == [False, False]
    assert row(assessment) == finished


def test_a_clock_that_goes_back_does_not_make_an_end_before_the_beginning(published: CatalogueVersion) -> None:
    assessment = started(published)
    ahead = timezone.now() + timedelta(hours=1)
    Assessment.objects.update(started=ahead, changed=ahead)
    assessment.refresh_from_db()
    assert assessment.edit({"T1": Edit(1)}, "en") is True
    assert row(assessment)["changed"] == ahead
    assert assessment.finish() is True
    assert (row(assessment)["finished"], row(assessment)["changed"]) == (ahead, ahead)


def test_finishing_another_leaves_this_one_open(published: CatalogueVersion) -> None:
    assessment, other = started(published), started(published)
    other.finish()
    assert row(assessment)["finished"] is None


def test_a_gap_report_is_against_the_own_target_or_another(published: CatalogueVersion) -> None:
    assessment = started(published)
    assessment.answers = dict(WORKED_ANSWERS)

    def against(role: str, grade: str) -> scoring.GapReport:
        return scoring.gap_report(shipped(), role, grade, WORKED_ANSWERS)

    assert assessment.gap_report() == against("devops", "confirmed")
    assert assessment.gap_report(role="mlops") == against("mlops", "confirmed")
    assert assessment.gap_report(grade="junior") == against("devops", "junior")
    assert assessment.gap_report("mlops", "senior") == against("mlops", "senior")


# Erasing


def every_byte(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("careerquiz.sqlite3*")))


def test_what_is_erased_is_in_no_byte_of_the_database(separate_connections: None, tmp_path: Path) -> None:
    marker = "a marker that stands nowhere else"
    assessment = started(CatalogueVersion.objects.publish(shipped()))
    other = started(assessment.version)
    assessment.edit({"T1": Edit(3, f"{marker} " * 40)}, "en")
    assert connection.vendor != "sqlite" or marker.encode() in every_byte(tmp_path)
    assert Assessment.objects.filter(pk=assessment.pk).erase() == 1
    assert list(Assessment.objects.all()) == [other]
    assert marker not in everything_stored()
    assert marker.encode() not in every_byte(tmp_path)


def test_erasing_nothing_says_so(published: CatalogueVersion) -> None:
    assert Assessment.objects.all().erase() == 0


def test_only_sqlite_has_a_journal_to_empty(
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        Assessment.objects.all().erase()
    monkeypatch.setattr(connection, "vendor", "postgresql")
    with django_assert_num_queries(0):
        callbacks[0]()
    assert len(callbacks) == 1
