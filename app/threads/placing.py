"""Who is on which line now: for a bouwsteen that was merged, the one that speaks for it."""

from sqlalchemy import CTE, select

from app.building_blocks.models import BuildingBlock
from app.building_blocks.rules import TAKEN_IN
from app.threads.models import ThreadBlock


def placed_blocks() -> CTE:
    """Line and bouwsteen, each pair once; what was parked or withdrawn since is left out until it is back."""
    first = (
        select(ThreadBlock.thread_id, BuildingBlock.id, BuildingBlock.merged_into_id.label("next"))
        .join(BuildingBlock, BuildingBlock.id == ThreadBlock.block_id)
        .where(ThreadBlock.removed_at.is_(None))
    )
    chain = first.cte("chain", recursive=True)
    following = select(chain.c.thread_id, BuildingBlock.id, BuildingBlock.merged_into_id).join(
        chain, BuildingBlock.id == chain.c.next
    )
    chain = chain.union(following)
    return (
        select(
            chain.c.thread_id,
            BuildingBlock.id.label("block_id"),
            BuildingBlock.conversation_id,
            BuildingBlock.created_at,
        )
        .join(BuildingBlock, BuildingBlock.id == chain.c.id)
        .where(chain.c.next.is_(None), BuildingBlock.status.in_(TAKEN_IN))
        .cte("placed")
    )
