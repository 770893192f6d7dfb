"""Reading which published pages rest on which bouwstenen."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select

from app.building_blocks.models import BuildingBlock, SentenceSource
from app.core.db import db
from app.pages.models import Page
from app.pages.published import IS_PUBLISHED


def used_numbers(numbers: Collection[int]) -> dict[int, set[int]]:
    """The published pages that rest on these, or on what was merged into them, by number."""
    chain = (
        select(BuildingBlock.id.label("end"), BuildingBlock.id)
        .where(BuildingBlock.id.in_(list(numbers)))
        .cte("chain", recursive=True)
    )
    chain = chain.union(
        select(chain.c.end, BuildingBlock.id).join(chain, BuildingBlock.merged_into_id == chain.c.id)
    )
    resting = (
        select(chain.c.end, SentenceSource.page_id)
        .join(SentenceSource, SentenceSource.block_id == chain.c.id)
        .join(Page, Page.current_revision_id == SentenceSource.revision_id)
        .where(*IS_PUBLISHED)
        .distinct()
    )
    found: dict[int, set[int]] = defaultdict(set)
    for end, page_id in db.session.execute(resting):
        found[end].add(page_id)
    return dict(found)


def page_ids_resting_on(numbers: Collection[int]) -> list[int]:
    """The pages whose published text has a mark or a card of one of these bouwstenen."""
    pages = (
        select(Page.id)
        .join(SentenceSource, SentenceSource.revision_id == Page.current_revision_id)
        .where(SentenceSource.block_id.in_(list(numbers)), *IS_PUBLISHED)
        .distinct()
    )
    return list(db.session.scalars(pages.order_by(Page.id)))
