"""Conversations and bouwstenen for tests of what stands on them; a transaction of its own each."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import select

from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus, BuildingBlockStep
from app.building_blocks.models import (
    BuildingBlock,
    BuildingBlockEvent,
    BuildingBlockRevision,
    BuildingBlockTopic,
    BuildingBlockWord,
)
from app.conversations.kinds import (
    ConversationFormat,
    ConversationPart,
    ConversationStatus,
    MeetingPlace,
    ModelPart,
    PartAnswer,
    WorkKind,
)
from app.conversations.models import (
    Conversation,
    ConversationMember,
    ConversationUnit,
    FormatVersion,
)
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.text.key_words import key_stems

AGENDA = [{"title": "Begin", "minutes": 15, "hint": ""}, {"title": "Gesprek", "minutes": 60, "hint": ""}]
QUESTIONS = [{"group": "", "text": "Wat betekent ambtelijk vakmanschap voor jou?"}]
_numbers = count(1)


def make_conversation(
    host_id: int,
    *,
    title: str = "Gesprek over tegenspraak",
    format: ConversationFormat = ConversationFormat.QUESTIONS,  # noqa: A002 - the word of the trade
    status: ConversationStatus = ConversationStatus.PLANNED,
    starts_at: datetime | None = None,
    units: Iterable[tuple[str, WorkKind]] = (),
    **columns: Any,
) -> int:
    """A conversation with this host; its number."""
    with unit_of_work():
        conversation = Conversation(
            title=title,
            format_version_id=_format_version(format),
            status=status,
            starts_at=starts_at or now() + timedelta(days=14),
            **{
                "place": MeetingPlace.ONLINE,
                "seats": 8,
                "public": True,
                "code": f"VOORBEELD{next(_numbers)}",
                "created_at": now(),
                **columns,
            },
        )
        db.session.add(conversation)
        db.session.flush()
        db.session.add(
            ConversationMember(
                conversation_id=conversation.id,
                part=ConversationPart.HOST,
                account_id=host_id,
                answer=PartAnswer.ACCEPTED,
                asked_at=now(),
            )
        )
        for name, work_kind in units:
            db.session.add(ConversationUnit(conversation_id=conversation.id, name=name, work_kind=work_kind))
        return conversation.id


def make_building_block(
    text: str = "Wie tegenspreekt, helpt de ander beter kiezen.",
    *,
    conversation_id: int | None = None,
    kind: BuildingBlockKind = BuildingBlockKind.INSIGHT,
    status: BuildingBlockStatus = BuildingBlockStatus.ACCEPTED,
    model_part: ModelPart | None = None,
    topic_ids: Iterable[int] = (),
) -> int:
    """A bouwsteen; its number."""
    with unit_of_work():
        block = BuildingBlock(
            conversation_id=conversation_id,
            status=status,
            handed_in=status is not BuildingBlockStatus.NOTED,
            version=1,
            origin_key=f"voorbeeld-{next(_numbers)}",
            last_event=1,
            created_at=now(),
        )
        db.session.add(block)
        db.session.flush()
        db.session.add_all(
            (
                BuildingBlockRevision(
                    block_id=block.id, number=1, kind=kind, model_part=model_part, text=text, at=now()
                ),
                BuildingBlockEvent(
                    block_id=block.id,
                    seq=1,
                    step=BuildingBlockStep.NOTE,
                    status_after=status,
                    reason="",
                    data={},
                    at=now(),
                ),
                *(BuildingBlockTopic(block_id=block.id, topic_id=topic_id) for topic_id in topic_ids),
                *(BuildingBlockWord(block_id=block.id, word=word) for word in key_stems(text)),
            )
        )
        return block.id


def _format_version(wanted: ConversationFormat) -> int:
    newest = select(FormatVersion.id).where(FormatVersion.format == wanted).order_by(FormatVersion.id.desc())
    found = db.session.scalar(newest)
    if found is not None:
        return found
    version = FormatVersion(
        format=wanted,
        number=1,
        intro="",
        agenda=AGENDA,
        questions=QUESTIONS,
        reason="voorbeeld",
        made_at=now(),
    )
    db.session.add(version)
    db.session.flush()
    return version.id
