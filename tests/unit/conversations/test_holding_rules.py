"""A conversation on the clock, and a closing round in which nobody is recognised."""

from datetime import datetime, timedelta

import pytest

from app.conversations.holding.rules import (
    CLOSING_LINE_LIMIT,
    ClockPlace,
    check_closing_line,
    clock_place,
    may_show_answers,
    timetable,
)
from app.conversations.kinds import Mood
from app.core.clock import AMSTERDAM
from app.core.errors import Invalid

BEGIN = datetime(2026, 12, 1, 13, 0, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("minutes", "slack"),
    [
        ([5, 10, 35, 15, 10], 15),
        ([5, 5, 40, 15, 10], 15),
        ([5, 10, 40, 15, 10], 10),
        ([60, 45], -15),
        ([], 90),
    ],
)
def test_what_the_agenda_leaves_of_the_hour_and_a_half_is_slack(minutes: list[int], slack: int) -> None:
    assert timetable(minutes, BEGIN).slack_minutes == slack


def test_the_parts_stand_one_after_the_other_on_the_clock() -> None:
    shown = timetable([5, 10, 35], BEGIN)
    assert [f"{part.begins:%H:%M}-{part.ends:%H:%M}" for part in shown.parts] == [
        "13:00-13:05",
        "13:05-13:15",
        "13:15-13:50",
    ]
    assert f"{shown.ends:%H:%M}" == "14:30"


def test_a_part_that_began_late_takes_from_the_slack() -> None:
    begun = {0: BEGIN, 1: BEGIN + timedelta(minutes=6), 2: BEGIN + timedelta(minutes=21)}
    shown = timetable([5, 10, 35, 15, 10], BEGIN, begun)
    assert f"{shown.parts[2].begins:%H:%M}-{shown.parts[-1].ends:%H:%M}" == "13:21-14:21"
    assert f"{shown.parts[0].ends:%H:%M}" == "13:06"
    assert shown.slack_minutes == 9


def test_what_comes_after_a_part_that_runs_over_moves_along() -> None:
    shown = timetable([5, 10, 60], BEGIN, {0: BEGIN}, BEGIN + timedelta(minutes=12))
    assert f"{shown.parts[0].ends:%H:%M} {shown.parts[1].begins:%H:%M}" == "13:05 13:12"
    assert shown.slack_minutes == 8


def test_a_clock_runs_from_its_first_part_until_its_end_or_the_end_of_the_day() -> None:
    soon, next_day = BEGIN + timedelta(hours=1), BEGIN + timedelta(days=1)
    assert clock_place({}, 5, soon) == ClockPlace(-1, running=False, ended=False)
    assert clock_place({0: BEGIN, 1: soon}, 5, soon) == ClockPlace(1, running=True, ended=False)
    assert clock_place({0: BEGIN, 5: soon}, 5, soon) == ClockPlace(5, running=False, ended=True)
    assert clock_place({0: BEGIN}, 5, next_day) == ClockPlace(0, running=False, ended=True)


def test_a_closing_round_of_two_is_not_shown() -> None:
    assert not may_show_answers({Mood.GOOD: 1, Mood.POOR: 1})
    assert may_show_answers({Mood.GOOD: 2, Mood.FAIR: 0, Mood.POOR: 1})


def test_a_closing_word_is_one_line() -> None:
    check_closing_line("Fijn dat iedereen iets zei.")
    with pytest.raises(Invalid):
        check_closing_line("x" * (CLOSING_LINE_LIMIT + 1))
