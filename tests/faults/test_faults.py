"""Each fault for a few seconds, on SQLite; `python -m tests.faults.NAME` does it at its full size (docs/faults.md)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import clock, copies, kills, outages, slow, stop
from tests.faults.crowd import crowd
from tests.faults.serving import Site, site, until

pytestmark = pytest.mark.xdist_group("faults")  # one server at a time, where the suite is run by several processes


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of its own, for all faults that leave it as it was."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "data").mkdir()
    with site(folder, f"sqlite:///{folder / 'data' / 'careerquiz.sqlite3'}") as found:
        yield found


def test_killing_workers_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    with site(tmp_path) as found:
        with crowd(found, 3) as people:
            kills.kills(found, people, 3)
        assert people.wrong() == []
        assert people.acknowledged > 0


def test_a_submit_in_flight_when_the_server_stops_is_kept_or_was_never_written(served: Site) -> None:
    acknowledged, refused, cut = stop.stopped_after(served, 20, 0.05)
    assert (acknowledged + refused, cut) == (20, 0)


@pytest.mark.parametrize("name", ["full", "read-only", "gone"])
def test_an_outage_keeps_what_was_typed_and_ends_by_itself(served: Site, name: str) -> None:
    assert outages.suffer(served, outages.of_sqlite()[name], name, 1).wrong == []
    assert served.is_sound


def test_slow_headers_do_not_hold_up_others(served: Site) -> None:
    took, _stood = slow.served_beside(served.port, slow.HEAD, 60, 2)
    assert max(took) < float("inf")


@pytest.mark.xfail(strict=True, reason="the server alone waits for a body without end; a proxy takes it whole first")
def test_slow_bodies_do_not_hold_up_others(served: Site) -> None:
    took, _stood = slow.served_beside(served.port, slow.BODY, 60, 2)
    assert max(took) < float("inf")


def test_when_slow_bodies_are_gone_others_are_served_again(served: Site) -> None:
    slow.served_beside(served.port, slow.BODY, 60, 1)
    assert until(served.listens, 30)


@pytest.mark.skipif(clock.library() is None, reason="libfaketime is not installed")
def test_a_clock_that_moves_a_day_breaks_and_loses_nothing(tmp_path: Path) -> None:
    found = clock.library()
    assert found is not None
    with clock.with_a_clock(tmp_path, found) as (moving, hour):
        assert clock.moved(moving, hour, 1) + clock.moved(moving, hour, -1) == []
        assert clock.leap(moving, hour, 3_650) == []


def test_a_backup_under_load_is_whole_and_one_cut_off_is_refused(tmp_path: Path) -> None:
    with site(tmp_path) as found:
        other = copies.beside(found, tmp_path / "other")
        with crowd(found, 3) as people:
            assert copies.copied(found, people, tmp_path / "backup", other) == []
        assert copies.cut_off(tmp_path / "backup", other) == []
