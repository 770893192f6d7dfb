"""The invented bouwstenen that come with the program."""

from collections import Counter
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.building_blocks.kinds import BuildingBlockKind
from app.building_blocks.kinds import BuildingBlockStatus as Status
from app.building_blocks.models import BuildingBlock
from app.building_blocks.queries import blocks_by_id
from app.building_blocks.seeding import load_example_blocks
from app.conversations.kinds import ModelPart
from app.core.db import db
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
    return context


def test_the_examples_are_of_every_kind_part_and_status_and_marked(loaded: Flask) -> None:
    blocks = blocks_by_id(range(1, 61), with_notes=True)
    assert list(blocks) == list(range(1, 61))
    assert {block.kind for block in blocks.values()} == set(BuildingBlockKind)
    assert {block.model_part for block in blocks.values()} == set(ModelPart)
    assert Counter(block.status for block in blocks.values()).keys() == set(Status) - {Status.USED}
    assert all(block.is_example and block.conversation_number for block in blocks.values())
    assert blocks[11].merged_into == 2
    load_example_blocks(CONTENT)  # once, however often the program starts
    assert db.session.scalar(select(func.count(BuildingBlock.id))) == 60


def test_without_the_conversations_they_came_from_nothing_is_loaded(context: Flask) -> None:
    make_conversation(make_account())
    load_example_blocks(CONTENT)
    assert db.session.scalar(select(BuildingBlock.id).limit(1)) is None
