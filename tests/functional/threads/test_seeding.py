"""The invented rode draden and dilemmas that come with the program."""

from pathlib import Path

import pytest
from flask import Flask

from app.building_blocks.seeding import load_example_blocks
from app.threads.dilemmas.queries import dilemmas, spread_of
from app.threads.queries import suggestions, threads
from app.threads.seeding import load_example_threads
from tests.builders import make_account, make_topic
from tests.conversation_builders import make_conversation

CONTENT = Path(__file__).resolve().parents[3] / "content"


@pytest.fixture
def loaded(context: Flask) -> Flask:
    host = make_account()
    make_topic()
    for _ in range(5):
        make_conversation(host, is_example=True)
    load_example_blocks(CONTENT)
    load_example_threads(CONTENT)
    return context


def test_the_examples_go_through_several_conversations_and_leave_something_to_propose(loaded: Flask) -> None:
    lines = threads()
    assert len(lines) == 4
    assert all(line.blocks >= 5 and line.conversations >= 2 for line in lines), lines
    assert suggestions(None) or any(suggestions(line.id) for line in lines)


def test_of_two_dilemmas_one_shows_a_spread(loaded: Flask) -> None:
    found = dilemmas()
    assert len(found) == 2
    assert sorted(spread_of(dilemma.number).shown for dilemma in found) == [False, True]


def test_they_are_loaded_once(loaded: Flask) -> None:
    before = threads()
    load_example_threads(CONTENT)
    assert threads() == before
