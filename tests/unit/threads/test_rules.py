"""Rules of rode draden, of visits to the plaat and of coverage."""

from datetime import timedelta

import pytest

from app.conversations.kinds import WorkKind
from app.core.clock import now
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Actor, Permission
from app.threads import rules
from app.threads.coverage.rules import Covered, cover
from app.threads.picture.kinds import VisitStep
from app.threads.picture.rules import Visit, marked_since, next_visit

AT = now()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_only_the_redactie_lays_lines() -> None:
    assert rules.check_curator(Actor(3, "", frozenset({Permission.CURATE}))) == 3
    with pytest.raises(Forbidden):
        rules.check_curator(Actor(3, "", frozenset({Permission.CONVERSE})))


def test_a_line_has_a_name_and_says_it_briefly() -> None:
    rules.check_text("Een naam", "")
    for title, summary in (("  ", ""), ("x" * 121, ""), ("Een naam", "x" * 601)):
        with pytest.raises(Invalid):
            rules.check_text(title, summary)


def test_a_line_that_changed_meanwhile_is_not_overwritten() -> None:
    rules.check_seen(3, 3)
    with pytest.raises(Conflict):
        rules.check_seen(2, 3)


def test_what_is_in_the_archive_does_not_change() -> None:
    rules.check_open(None)
    with pytest.raises(Conflict):
        rules.check_open(AT)


@pytest.mark.parametrize(
    ("title", "taken", "slug"),
    [
        ("Ruimte in de regel", (), "ruimte-in-de-regel"),
        ("Ruimte", ("ruimte", "ruimte-2"), "ruimte-3"),
        ("Nieuw", (), "nieuw-2"),
        ("!", (), "rode-draad"),
    ],
)
def test_every_line_has_an_address_of_its_own(title: str, taken: tuple[str, ...], slug: str) -> None:
    assert rules.free_slug(title, taken) == slug


def test_a_line_is_like_one_that_was_dismissed_when_half_of_it_is_the_same() -> None:
    assert rules.is_like([1, 2, 3, 4], [3, 4, 5, 6])
    assert not rules.is_like([1, 2, 3, 4], [4, 5, 6, 7])
    assert not rules.is_like([1], [])


def test_nothing_is_new_on_a_first_visit() -> None:
    assert marked_since(None, AT) is None
    assert next_visit(None, VisitStep.LOOKED, AT) == Visit(AT, None)


def test_what_came_since_the_last_visit_is_new_and_stays_so_for_an_hour() -> None:
    yesterday = Visit(AT - DAY, AT - 2 * DAY)
    assert marked_since(yesterday, AT) == AT - DAY
    looked = next_visit(yesterday, VisitStep.LOOKED, AT)
    assert marked_since(looked, AT + HOUR / 2) == AT - DAY
    assert marked_since(looked, AT + 2 * HOUR) == AT


def test_whoever_says_she_has_seen_it_sees_no_marks() -> None:
    seen = next_visit(Visit(AT - DAY, None), VisitStep.SEEN, AT)
    assert marked_since(seen, AT) == AT


def test_a_table_is_shaded_by_its_fullest_place() -> None:
    columns = [WorkKind.POLICY, WorkKind.EXECUTION]
    counts = {(1, WorkKind.POLICY): 8, (2, WorkKind.EXECUTION): 1}
    assert cover(counts, [1, 2, 3], columns) == {
        1: [Covered(8, 4), Covered(0, 0)],
        2: [Covered(0, 0), Covered(1, 1)],
        3: [Covered(0, 0), Covered(0, 0)],
    }
