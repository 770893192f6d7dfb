"""Keeping the bouwstenen of a file in the harvest of their conversation."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.building_blocks.importing.checking import Found
from app.building_blocks.models import BuildingBlock
from app.building_blocks.service import NewBuildingBlock, note
from app.core.db import db


@dataclass(frozen=True, slots=True)
class Kept:
    """How many bouwstenen were new, and how many were there already."""

    new: int
    known: int


def keep(placed: Mapping[int, Sequence[Found]], actor_id: int | None) -> dict[int, Kept]:
    """Note what was found in a file, by conversation; the same words of one are one bouwsteen, in any file.

    Whether this person may, is for the caller to check. They are handed in like every other harvest: only
    after somebody looked whether they name a person.
    """
    return {number: _keep(number, found, actor_id) for number, found in placed.items()}


def _keep(conversation_id: int, found: Sequence[Found], actor_id: int | None) -> Kept:
    keys = {_key(conversation_id, one): one for one in found}
    there = select(BuildingBlock.origin_key).where(BuildingBlock.origin_key.in_(keys))
    known = set(db.session.scalars(there))
    for key, one in keys.items():
        note(
            NewBuildingBlock(said=one.said, origin_key=key, conversation_id=conversation_id, field=one.field),
            actor_id,
        )
    return Kept(new=len(keys) - len(known), known=len(found) - len(keys) + len(known))


def _key(conversation_id: int, one: Found) -> str:
    digest = hashlib.sha256(one.said.text.casefold().encode()).hexdigest()
    return f"import:{conversation_id}:{digest[:32]}"
