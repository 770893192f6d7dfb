"""Hundreds of conversations, invented, over two years and all themes; the same each time."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from app.conversations.kinds import (
    ConversationFormat,
    ConversationPart,
    ConversationStatus,
    MeetingPlace,
    PartAnswer,
    WorkKind,
)
from app.conversations.models import Conversation, ConversationMember, ConversationUnit, FormatVersion
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.topics.models import Topic
from benchmarks.bouwstenen import Held, add_blocks
from benchmarks.sentences import UNITS, title

DAYS = 730
FOLLOW_UPS = 0.3
HELD = (ConversationStatus.HELD, ConversationStatus.HARVESTED, ConversationStatus.REPORTED)


@dataclass(frozen=True, slots=True)
class Harvest:
    """What was made; `codes` are what participants take along."""

    conversation_ids: list[int]
    block_ids: list[int]
    codes: list[str]


def fill(*, conversations: int, blocks: int, host_id: int, seed: int = 4) -> Harvest:
    """Add them to a guide that has themes; pages that are there come to rest on the bouwstenen in use."""
    chance = random.Random(seed)
    topics = {row.id: row.name for row in db.session.execute(select(Topic.id, Topic.name).order_by(Topic.id))}
    with unit_of_work():
        format_ids = list(_formats())
        rows = [_conversation(chance, topics, number, format_ids) for number in range(conversations)]
        returning = insert(Conversation).returning(Conversation.id, sort_by_parameter_order=True)
        ids = list(db.session.scalars(returning, rows))
        _around(chance, ids, host_id)
        held = [
            Held(conversation_id, row["topic_id"], row["starts_at"])
            for conversation_id, row in zip(ids, rows, strict=True)
            if row["status"] in HELD
        ]
        return Harvest(ids, add_blocks(chance, held, blocks, list(topics)), [row["code"] for row in rows])


def _formats() -> Iterator[int]:
    """The newest version of each format; one is made where there is none."""
    for kind in ConversationFormat:
        newest = (
            select(FormatVersion.id).where(FormatVersion.format == kind).order_by(FormatVersion.id.desc())
        )
        found = db.session.scalar(newest.limit(1))
        if found is None:
            agenda = [{"title": "In gesprek", "minutes": 75, "hint": ""}]
            version = FormatVersion(
                format=kind,
                number=1,
                intro="",
                agenda=agenda,
                questions=[],
                reason="Voorbeeld",
                made_at=now(),
            )
            db.session.add(version)
            db.session.flush()
            found = version.id
        yield found


def _conversation(
    chance: random.Random, topics: dict[int, str], number: int, format_ids: list[int]
) -> dict[str, Any]:
    """One in ten is still to come, and a few are called off; the others lie evenly over two years."""
    topic_id = chance.choice(list(topics))
    starts_at = now() - timedelta(days=chance.randint(1, DAYS), minutes=chance.randrange(0, 600, 15))
    fate = chance.random()
    status = chance.choice(HELD)
    if fate < 0.1:
        starts_at, status = now() + timedelta(days=chance.randint(1, 60)), ConversationStatus.PLANNED
    elif fate < 0.12:
        status = ConversationStatus.CANCELLED
    return {
        "title": f"{title(chance, topics[topic_id])} {number + 1}",
        "format_version_id": chance.choice(format_ids),
        "topic_id": topic_id,
        "social_task": "",
        "status": status,
        "starts_at": starts_at,
        "place": chance.choice(list(MeetingPlace)),
        "location": "",
        "seats": 8,
        "participants": chance.randint(4, 8) if status in HELD else None,
        "public": chance.random() < 0.6,
        "names_units": chance.random() < 0.5,
        "is_example": True,
        "notes": "",
        "core_reason": "",
        "code": "".join(chance.choices("ABCDEFGHJKMNPQRSTVWXYZ23456789", k=10)),
        "version": 1,
        "created_at": starts_at - timedelta(days=21),
        **_moments(status, starts_at),
    }


def _moments(status: ConversationStatus, starts_at: datetime) -> dict[str, datetime | None]:
    reached = HELD.index(status) + 1 if status in HELD else 0
    names = ("held_at", "harvested_at", "reported_at")
    return {
        name: starts_at + timedelta(days=7 * place) if place < reached else None
        for place, name in enumerate(names)
    }


def _around(chance: random.Random, ids: list[int], host_id: int) -> None:
    """Who hosts each, which parts of the organisation take part, and which conversation it follows up on."""
    members = [
        {
            "conversation_id": one,
            "part": ConversationPart.HOST,
            "account_id": host_id,
            "answer": PartAnswer.ACCEPTED,
            "asked_at": now(),
        }
        for one in ids
    ]
    units = [
        {"conversation_id": one, "name": name, "work_kind": chance.choice(list(WorkKind))}
        for one in ids
        for name in chance.sample(UNITS, k=chance.randint(2, 4))
    ]
    db.session.execute(insert(ConversationMember), members)
    db.session.execute(insert(ConversationUnit), units)
    for earlier, one in enumerate(ids[1:]):
        if chance.random() < FOLLOW_UPS:
            follows = chance.choice(ids[: earlier + 1])
            db.session.execute(update(Conversation).where(Conversation.id == one).values(follows_id=follows))
