"""Thousands of bouwstenen of conversations, in every state, and the sentences that rest on them."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert, select

from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus, BuildingBlockStep
from app.building_blocks.models import (
    BuildingBlock,
    BuildingBlockEvent,
    BuildingBlockRevision,
    BuildingBlockTopic,
    BuildingBlockWord,
    SentenceSource,
)
from app.conversations.kinds import CanvasField, ModelPart
from app.core.db import db
from app.pages.models import Page, Revision
from app.text.key_words import key_stems
from benchmarks.sentences import sentence

SENTENCES_PER_PAGE = 5
SENTENCE = re.compile(r"[A-Z][^.\n]+\.")
STATES: dict[BuildingBlockStatus, int] = {
    BuildingBlockStatus.NOTED: 4,
    BuildingBlockStatus.SUBMITTED: 10,
    BuildingBlockStatus.ACCEPTED: 50,
    BuildingBlockStatus.USED: 24,
    BuildingBlockStatus.PARKED: 7,
    BuildingBlockStatus.MERGED: 3,
    BuildingBlockStatus.WITHDRAWN: 2,
}
SUBMITTED = (BuildingBlockStep.SUBMIT, BuildingBlockStatus.SUBMITTED)
ACCEPTED = (BuildingBlockStep.ACCEPT, BuildingBlockStatus.ACCEPTED)
WAYS: dict[BuildingBlockStatus, tuple[tuple[BuildingBlockStep, BuildingBlockStatus], ...]] = {
    BuildingBlockStatus.NOTED: (),
    BuildingBlockStatus.SUBMITTED: (SUBMITTED,),
    BuildingBlockStatus.ACCEPTED: (SUBMITTED, ACCEPTED),
    BuildingBlockStatus.USED: (SUBMITTED, ACCEPTED, (BuildingBlockStep.USE, BuildingBlockStatus.USED)),
    BuildingBlockStatus.PARKED: (SUBMITTED, (BuildingBlockStep.PARK, BuildingBlockStatus.PARKED)),
    BuildingBlockStatus.MERGED: (SUBMITTED, (BuildingBlockStep.MERGE, BuildingBlockStatus.MERGED)),
    BuildingBlockStatus.WITHDRAWN: ((BuildingBlockStep.WITHDRAW, BuildingBlockStatus.WITHDRAWN),),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A conversation from which bouwstenen come."""

    id: int
    topic_id: int
    starts_at: datetime


def add_blocks(
    chance: random.Random, held: Sequence[Held], number: int, topic_ids: Sequence[int]
) -> list[int]:
    """Add them in the running transaction, in the order of the conversations; their numbers."""
    origins = sorted((chance.choice(held) for _ in range(number)), key=lambda one: (one.starts_at, one.id))
    states = chance.choices(list(STATES), weights=list(STATES.values()), k=number)
    returning = insert(BuildingBlock).returning(BuildingBlock.id, sort_by_parameter_order=True)
    rows = [_block(chance, place, *each) for place, each in enumerate(zip(origins, states, strict=True))]
    ids = list(db.session.scalars(returning, rows))
    merged = [one for one, state in zip(ids, states, strict=True) if state is BuildingBlockStatus.MERGED]
    for one in merged:
        db.session.get_one(BuildingBlock, one).merged_into_id = ids[0] if one != ids[0] else ids[1]
    texts = [_text(chance, *each) for each in zip(ids, origins, strict=True)]
    db.session.execute(insert(BuildingBlockRevision), texts)
    db.session.execute(insert(BuildingBlockWord), _words(texts))
    db.session.execute(insert(BuildingBlockTopic), _topics(chance, ids, origins, topic_ids))
    db.session.execute(insert(BuildingBlockEvent), _events(ids, origins, states))
    _use(chance, [one for one, state in zip(ids, states, strict=True) if state is BuildingBlockStatus.USED])
    return ids


def _block(chance: random.Random, place: int, origin: Held, status: BuildingBlockStatus) -> dict[str, Any]:
    return {
        "conversation_id": origin.id,
        "field": chance.choice(list(CanvasField)),
        "status": status,
        "version": 1,
        "origin_key": f"bench-{place}",
        "is_example": True,
        "handed_in": status is not BuildingBlockStatus.NOTED,
        "last_event": len(WAYS[status]) + 1,
        "created_at": origin.starts_at + timedelta(hours=1),
    }


def _text(chance: random.Random, block_id: int, origin: Held) -> dict[str, Any]:
    return {
        "block_id": block_id,
        "number": 1,
        "kind": chance.choice(list(BuildingBlockKind)),
        "model_part": chance.choice([None, *ModelPart]),
        "text": sentence(chance),
        "at": origin.starts_at + timedelta(hours=1),
    }


def _topics(
    chance: random.Random, ids: Sequence[int], origins: Sequence[Held], topic_ids: Sequence[int]
) -> list[dict[str, int]]:
    """The theme of its conversation, and for half of them another."""
    return [
        {"block_id": block_id, "topic_id": topic_id}
        for block_id, origin in zip(ids, origins, strict=True)
        for topic_id in sorted({origin.topic_id, chance.choice([origin.topic_id, *topic_ids])})
    ]


def _events(
    ids: Sequence[int], origins: Sequence[Held], states: Sequence[BuildingBlockStatus]
) -> list[dict[str, Any]]:
    noted = (BuildingBlockStep.NOTE, BuildingBlockStatus.NOTED)
    return [
        {
            "block_id": block_id,
            "seq": seq,
            "step": step,
            "status_after": after,
            "reason": "Voorbeeld" if step is BuildingBlockStep.PARK else "",
            "data": {},
            "at": origin.starts_at + timedelta(days=seq),
        }
        for block_id, origin, state in zip(ids, origins, states, strict=True)
        for seq, (step, after) in enumerate((noted, *WAYS[state]), 1)
    ]


def _words(texts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """By which they are searched."""
    return [{"block_id": row["block_id"], "word": word} for row in texts for word in key_stems(row["text"])]


def _use(chance: random.Random, block_ids: Sequence[int]) -> None:
    """Lay these under the first sentences of the pages that are there."""
    pages = db.session.execute(
        select(Revision.id, Revision.page_id, Revision.body)
        .join(Page, Page.current_revision_id == Revision.id)
        .order_by(Page.id)
    ).all()
    if not pages:
        return
    used: dict[tuple[int, ...], dict[str, int]] = {}
    for block_id in block_ids:
        revision_id, page_id, body = chance.choice(pages)
        spans = [found.span() for found in islice(SENTENCE.finditer(body), SENTENCES_PER_PAGE)]
        position = chance.randrange(len(spans))
        place = {"revision_id": revision_id, "position": position, "block_id": block_id}
        begins, ends = spans[position]
        used[tuple(place.values())] = {**place, "page_id": page_id, "begins": begins, "ends": ends}
    db.session.execute(insert(SentenceSource), list(used.values()))
