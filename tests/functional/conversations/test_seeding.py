"""What is there on a fresh start: the formats of the start kit and the invented conversations."""

from pathlib import Path

import pytest
import yaml
from sqlalchemy import func, select

from app.accounts.service import ensure_example_accounts
from app.conversations.facilitating.queries import offered
from app.conversations.facilitating.seeding import load_example_pool
from app.conversations.formats.queries import current_formats
from app.conversations.formats.seeding import load_formats
from app.conversations.kinds import (
    ConversationFormat,
    ConversationStatus,
    ModelPart,
    PartAnswer,
)
from app.conversations.models import CanvasEntry, Conversation
from app.conversations.queries import ShownConversation, conversation_at, members_of, units_of
from app.conversations.seeding import FILE, load_example_conversations
from app.core.clock import now, today
from app.core.db import db, unit_of_work
from app.preparation import CONTENT

EXAMPLES = len(yaml.safe_load((CONTENT / FILE).read_text(encoding="utf-8")))
KIT_MINUTES = {"questions": 75, "stories": 75, "model": 80}
pytestmark = pytest.mark.usefixtures("context")


def load(content: Path = CONTENT) -> list[ShownConversation]:
    """Everything that comes with the program, twice: the second time changes nothing."""
    with unit_of_work():
        ensure_example_accounts()
    for _ in range(2):
        load_formats(content)
        load_example_pool(content)
        load_example_conversations(content)
    return [conversation_at(number) for number in range(1, EXAMPLES + 1)]


def test_the_formats_keep_to_the_minutes_and_the_questions_of_the_start_kit() -> None:
    load_formats(CONTENT)
    formats = current_formats()
    assert list(formats) == list(ConversationFormat)
    assert {kind: formats[ConversationFormat(kind)].minutes for kind in KIT_MINUTES} == KIT_MINUTES
    groups = [question.group for question in formats[ConversationFormat.MODEL].questions]
    assert set(groups) == {*ModelPart, ""} and groups[-1] == ""
    assert len(formats[ConversationFormat.QUESTIONS].questions) >= 27
    assert len(formats[ConversationFormat.STORIES].questions) >= 5


def test_the_examples_show_every_format_and_every_state() -> None:
    found = load()
    assert db.session.scalar(select(func.count()).select_from(Conversation)) == EXAMPLES >= 8
    assert all(one.is_example for one in found)
    assert {one.format for one in found} == set(ConversationFormat)
    assert {one.status for one in found} == set(ConversationStatus)
    assert [one.number for one in found if one.follows] and len({one.code for one in found}) == EXAMPLES


def test_an_example_to_come_is_to_come_and_one_that_was_held_is_over() -> None:
    for one in load():
        held = one.status not in {ConversationStatus.PLANNED, ConversationStatus.CANCELLED}
        assert (one.starts_at < now()) == (one.status is not ConversationStatus.PLANNED)
        assert (one.held_at is not None) == held == (one.participants is not None)
        assert all(at <= now() for at in (one.held_at, one.harvested_at, one.reported_at) if at)


def test_an_example_has_people_units_and_what_came_out_of_it() -> None:
    found = load()
    assert all(units_of(one.number) for one in found)
    assert PartAnswer.ASKED in {member.answer for one in found for member in members_of(one.number)}
    entries = select(CanvasEntry.model_part).where(CanvasEntry.conversation_id == 3)
    assert set(ModelPart) <= set(db.session.scalars(entries))


def test_some_example_people_are_in_the_pool_once() -> None:
    load()
    assert len(offered(today(), limit=50)) == 3
