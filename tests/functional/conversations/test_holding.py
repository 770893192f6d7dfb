"""What is written down while a conversation is held."""

import pytest
from flask import Flask

from app.conversations.holding.clock import move_clock
from app.conversations.holding.kinds import ClockStep
from app.conversations.holding.queries import begun_parts, closing_round, closing_rounds_of, model_lines
from app.conversations.holding.service import NewEntry, join_groups, say_how_it_was, write_in_model
from app.conversations.kinds import ModelPart, Mood
from app.core.db import unit_of_work
from app.core.errors import Conflict, Forbidden
from app.core.permissions import Actor, Role
from tests.conversation_builders import make_conversation
from tests.proposal_builders import make_actor


def tap(actor: Actor, number: int, mood: Mood, key: str, line: str = "") -> None:
    """Give one answer in the closing round."""
    with unit_of_work():
        say_how_it_was(actor, number, mood, line, key=key)


def write(actor: Actor, number: int, text: str, key: str, group: int | None = None) -> int:
    """Write a line in the part hart."""
    with unit_of_work():
        new = NewEntry(part=ModelPart.HEART, text=text, group_number=group, key=key)
        return write_in_model(actor, number, new)


def test_a_double_tap_counts_once_and_two_answers_are_not_told(context: Flask) -> None:
    host = make_actor("Sanne Proefpersoon", Role.MEMBER)
    number = make_conversation(host.account_id or 0)
    for key in ("een", "een", "twee"):
        tap(host, number, Mood.GOOD, key, "Zo fijn")
    assert closing_rounds_of(host.account_id or 0).total == 0
    assert (closing_round(number).total, closing_round(number).counts) == (2, {})
    tap(host, number, Mood.POOR, "drie", "Beetje lang")
    shown = closing_round(number)
    assert shown.counts == {Mood.GOOD: 2, Mood.FAIR: 0, Mood.POOR: 1}
    assert closing_rounds_of(host.account_id or 0).counts == shown.counts
    assert shown.lines == ("Beetje lang", "Zo fijn", "Zo fijn")


def test_what_groups_wrote_is_joined_and_nothing_comes_twice(context: Flask) -> None:
    host = make_actor("Sanne Proefpersoon", Role.MEMBER)
    number = make_conversation(host.account_id or 0)
    first = write(host, number, "Trots", "een", 1)
    assert write(host, number, "Trots", "een", 1) == first
    with pytest.raises(Conflict):
        write(host, number, "Iets anders", "een", 1)
    write(host, number, "Onrust", "twee", 2)
    with unit_of_work():
        join_groups(host, number)
    assert [(line.text, line.group_number) for line in model_lines(number)] == [
        ("Onrust", None),
        ("Trots", None),
    ]


def test_the_clock_moves_once_for_two_screens_and_back_again(context: Flask) -> None:
    host = make_actor("Sanne Proefpersoon", Role.MEMBER)
    number = make_conversation(host.account_id or 0)

    def press(step: ClockStep, seen: int) -> list[int]:
        with unit_of_work():
            move_clock(host, number, step, seen)
        return sorted(begun_parts(number))

    assert press(ClockStep.NEXT, -1) == [0]
    assert press(ClockStep.NEXT, 0) == press(ClockStep.NEXT, 0) == [0, 1]
    assert press(ClockStep.BACK, 1) == [0]
    assert press(ClockStep.AGAIN, 0) == []


def test_only_who_leads_the_conversation_writes_in_it(context: Flask) -> None:
    number = make_conversation(make_actor("Sanne Proefpersoon", Role.MEMBER).account_id or 0)
    stranger = make_actor("Tijs Vreemdeling", Role.MEMBER)
    with pytest.raises(Forbidden):
        write(stranger, number, "Trots", "een")
    with pytest.raises(Forbidden):
        tap(stranger, number, Mood.GOOD, "een")
    with pytest.raises(Forbidden), unit_of_work():
        move_clock(stranger, number, ClockStep.NEXT, -1)
