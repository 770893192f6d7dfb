"""Loading the invented bouwstenen that come with the program: once, and never over what people did."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.building_blocks import rules
from app.building_blocks.kinds import BuildingBlockStatus, BuildingBlockStep
from app.building_blocks.models import BuildingBlock
from app.building_blocks.service import NewBuildingBlock, note
from app.building_blocks.texts import BlockText, text_of, write_text
from app.building_blocks.timeline import append
from app.building_blocks.words import FIELDS, KINDS, PARTS, STATUSES
from app.conversations.models import Conversation
from app.core.content_files import read_entries
from app.core.db import db, unit_of_work
from app.topics.models import Topic

FILE = Path("voorbeelden", "bouwstenen.yml")
STEPS: Mapping[BuildingBlockStatus, tuple[BuildingBlockStep, ...]] = {
    BuildingBlockStatus.NOTED: (),
    BuildingBlockStatus.SUBMITTED: (BuildingBlockStep.SUBMIT,),
    BuildingBlockStatus.ACCEPTED: (BuildingBlockStep.SUBMIT, BuildingBlockStep.ACCEPT),
    BuildingBlockStatus.PARKED: (BuildingBlockStep.SUBMIT, BuildingBlockStep.PARK),
    BuildingBlockStatus.MERGED: (BuildingBlockStep.SUBMIT, BuildingBlockStep.MERGE),
    BuildingBlockStatus.WITHDRAWN: (BuildingBlockStep.SUBMIT, BuildingBlockStep.WITHDRAW),
}
"""How each example came where it stands."""


def load_example_blocks(content_dir: Path) -> None:
    """Load them when there is no bouwsteen yet and the conversations they came from are there."""
    examples = select(Conversation.id).where(Conversation.is_example).order_by(Conversation.id)
    conversations = list(db.session.scalars(examples))
    if not conversations or db.session.scalar(select(BuildingBlock.id).limit(1)) is not None:
        return
    entries = read_entries(content_dir / FILE)
    with unit_of_work():
        topics: dict[str, int] = {slug: number for number, slug in db.session.execute(_TOPICS)}
        numbers = [_note(entry, place, conversations, topics) for place, entry in enumerate(entries, 1)]
        for entry, number in zip(entries, numbers, strict=True):
            _bring_along(entry, number, numbers)


_TOPICS = select(Topic.id, Topic.slug)


def _note(entry: Mapping[str, Any], place: int, conversations: list[int], topics: Mapping[str, int]) -> int:
    said = BlockText(
        text=entry.get("eerst", entry["tekst"]),
        kind=KINDS[entry["soort"]],
        model_part=PARTS[entry["deel"]],
        topic_ids=frozenset(topics[slug] for slug in entry["themas"] if slug in topics),
    )
    new = NewBuildingBlock(
        said=said,
        origin_key=f"voorbeeld:{place}",
        conversation_id=conversations[entry["gesprek"] - 1],
        field=FIELDS[entry["veld"]] if "veld" in entry else None,
        is_example=True,
    )
    return note(new, None)


def _bring_along(entry: Mapping[str, Any], number: int, numbers: list[int]) -> None:
    """Take the steps that lead to where it stands, as the redactie would have."""
    block = db.session.get_one(BuildingBlock, number)
    for step in STEPS[STATUSES[entry.get("stand", "opgenomen")]]:
        merges = step is BuildingBlockStep.MERGE
        target = numbers[entry["met"] - 1] if merges else None
        after = rules.AFTER[block.status, step]
        reason = "" if step is BuildingBlockStep.SUBMIT else entry.get("reden", "")
        data = {"into": target} if merges else {}
        append(block, step, after, actor_id=None, reason=reason, data=data)
        block.merged_into_id = target
    if "eerst" in entry:
        _adjust(block, entry["tekst"])


def _adjust(block: BuildingBlock, text: str) -> None:
    said = text_of(block.id)
    if said is None:
        return
    block.version += 1
    write_text(block, replace(said, text=text), None)
    append(block, BuildingBlockStep.ADJUST, block.status, actor_id=None)
