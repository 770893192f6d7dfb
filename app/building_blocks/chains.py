"""Which bouwsteen speaks for one that was merged: the end of its chain, in one statement for many."""

from collections.abc import Iterable

from sqlalchemy import select

from app.building_blocks.models import BuildingBlock
from app.core.db import db


def final_numbers(numbers: Iterable[int]) -> dict[int, int]:
    """For each of these that exists, the one at the end of its chain: itself when it was not merged.

    A step that was seen already ends the walk, so that a ring, which the rules refuse, would not go on.
    """
    first = select(
        BuildingBlock.id.label("start"), BuildingBlock.id, BuildingBlock.merged_into_id.label("next")
    ).where(BuildingBlock.id.in_(sorted(set(numbers))))
    chain = first.cte("chain", recursive=True)
    following = select(chain.c.start, BuildingBlock.id, BuildingBlock.merged_into_id).join(
        chain, BuildingBlock.id == chain.c.next
    )
    chain = chain.union(following)
    ends = select(chain.c.start, chain.c.id).where(chain.c.next.is_(None))
    return {row.start: row.id for row in db.session.execute(ends)}


def numbers_ending_in(number: int) -> frozenset[int]:
    """Everything that was merged into this bouwsteen, straight or by way of others."""
    first = select(BuildingBlock.id).where(BuildingBlock.merged_into_id == number)
    merged = first.cte("merged", recursive=True)
    merged = merged.union(select(BuildingBlock.id).join(merged, BuildingBlock.merged_into_id == merged.c.id))
    return frozenset(db.session.scalars(select(merged.c.id)))
