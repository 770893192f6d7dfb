"""Choosing from the queue, and the figures about it."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from app.proposals.figures.rules import last_months, percentages
from app.proposals.kinds import ChangeKind
from app.proposals.queue.forms import KINDS, read_choice
from app.proposals.queue.kinds import QueueSize
from app.proposals.queue.rules import QueueChoice, bounds, overdue_before


def test_the_sizes_follow_one_another_without_a_gap() -> None:
    spans = [bounds(size) for size in QueueSize]
    assert spans[0][0] == 0
    assert [least - 1 for least, _ in spans[1:]] == [most for _, most in spans[:-1]]
    assert spans[-1][1] is None


def test_a_choice_is_read_from_dutch_words() -> None:
    address = {"thema": "openheid", "grootte": "klein", "soort": "nieuwe-pagina", "niemand": "1", "mij": "1"}
    assert read_choice(MultiDict(address)) == QueueChoice(
        "openheid", QueueSize.SMALL, ChangeKind.CREATE, unfollowed=True, mine=True
    )
    assert set(KINDS.values()) == set(ChangeKind)


@pytest.mark.parametrize(
    "address", [{}, {"thema": "", "grootte": "reusachtig", "soort": "edit", "mij": "ja"}]
)
def test_words_that_mean_nothing_choose_nothing(address: dict[str, str]) -> None:
    assert read_choice(MultiDict(address)).is_all


def test_a_proposal_is_overdue_after_the_term() -> None:
    moment = datetime(2026, 11, 15, 12, tzinfo=UTC)
    assert overdue_before(moment, 14) == moment - timedelta(days=14)


def test_the_last_months_end_with_this_one_and_follow_the_dutch_calendar() -> None:
    months = last_months(date(2026, 3, 31))
    assert [month.first_day for month in months][::11] == [date(2025, 4, 1), date(2026, 3, 1)]
    assert all(one.end == following.start for one, following in pairwise(months))
    assert months[-1].start.utcoffset() == timedelta(hours=1)
    assert months[-1].end.utcoffset() == timedelta(hours=2)


def test_no_decisions_have_no_shares() -> None:
    assert percentages([0, 0, 0]) == (0, 0, 0)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=5).filter(any))
def test_shares_add_up_and_are_less_than_one_point_off(counts: list[int]) -> None:
    shares = percentages(counts)
    assert sum(shares) == 100
    assert all(abs(s - 100 * c / sum(counts)) < 1 for s, c in zip(shares, counts, strict=True))
