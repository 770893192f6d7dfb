"""A conversation on the clock, and a closing round in which nobody is recognised."""

from datetime import datetime, timedelta

import pytest

from app.conversations.holding.forms import ClockPlace, read_clock
from app.conversations.holding.rules import (
    CLOSING_LINE_LIMIT,
    check_closing_line,
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
    shown = timetable([5, 10, 35, 15, 10], BEGIN, part=2, since=BEGIN + timedelta(minutes=21))
    assert f"{shown.parts[2].begins:%H:%M}-{shown.parts[-1].ends:%H:%M}" == "13:21-14:21"
    assert shown.slack_minutes == 9


def test_the_address_says_where_the_conversation_is_on_the_clock() -> None:
    at = BEGIN + timedelta(hours=1)
    place = read_clock({"begin": "13:00", "onderdeel": "2", "sinds": "13.21"}, at)
    assert place == ClockPlace(BEGIN, 2, BEGIN + timedelta(minutes=21))
    assert read_clock({"begin": "25:00", "onderdeel": "-1", "sinds": "nu"}, at) == ClockPlace()


def test_a_closing_round_of_two_is_not_shown() -> None:
    assert not may_show_answers({Mood.GOOD: 1, Mood.POOR: 1})
    assert may_show_answers({Mood.GOOD: 2, Mood.FAIR: 0, Mood.POOR: 1})


def test_a_closing_word_is_one_line() -> None:
    check_closing_line("Fijn dat iedereen iets zei.")
    with pytest.raises(Invalid):
        check_closing_line("x" * (CLOSING_LINE_LIMIT + 1))
