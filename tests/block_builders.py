"""Bouwstenen for tests, made and moved by the real services; a transaction of its own each."""

from collections.abc import Iterable
from itertools import count

from app.building_blocks import service
from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus
from app.building_blocks.models import BuildingBlock, SentenceSource
from app.building_blocks.service import NewBuildingBlock
from app.building_blocks.texts import BlockText
from app.building_blocks.timeline import Move
from app.conversations.kinds import ModelPart
from app.core.db import db, unit_of_work
from app.core.permissions import Actor
from tests.builders import BuiltPage

_origins = count(1)


def note_block(
    text: str,
    conversation_id: int,
    *,
    actor_id: int | None = None,
    kind: BuildingBlockKind = BuildingBlockKind.INSIGHT,
    model_part: ModelPart | None = None,
    topic_ids: Iterable[int] = (),
) -> int:
    """A bouwsteen in the harvest of a conversation; its number."""
    said = BlockText(text=text, kind=kind, model_part=model_part, topic_ids=frozenset(topic_ids))
    new = NewBuildingBlock(said=said, origin_key=f"proef:{next(_origins)}", conversation_id=conversation_id)
    with unit_of_work():
        return service.note(new, actor_id)


def hand_in(actor: Actor, conversation_id: int, *numbers: int) -> None:
    """Submit these notes of a conversation, or all of them."""
    with unit_of_work():
        service.submit_harvest(actor, conversation_id, numbers or None)


def move(number: int, reason: str = "") -> Move:
    """What somebody wants who has seen the timeline up to now."""
    return Move(number=number, seen_event=db.session.get_one(BuildingBlock, number).last_event, reason=reason)


def status_of(number: int) -> BuildingBlockStatus:
    """Where a bouwsteen stands now."""
    db.session.expire_all()
    return db.session.get_one(BuildingBlock, number).status


def rest_on(page: BuiltPage, *numbers: int) -> None:
    """Say of the published text of a page that its first sentence rests on these bouwstenen."""
    with unit_of_work():
        for number in numbers:
            source = SentenceSource(
                revision_id=page.revision_id,
                position=0,
                block_id=number,
                page_id=page.id,
                begins=0,
                ends=1_000,
            )
            db.session.add(source)
