"""Reading which published pages rest on which bouwstenen."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import CTE, func, select

from app.building_blocks.models import BuildingBlock, SentenceSource
from app.core.db import db
from app.pages.models import Page, Revision
from app.pages.published import IS_PUBLISHED, published_pages
from app.pages.rules import page_path
from app.text.tracing.words import sentence_words
from app.text.wiki_links import block_anchor

MOST_USES = 200


@dataclass(frozen=True, slots=True)
class BlockUse:
    """A sentence of a published page that rests on a bouwsteen; empty where the page shows it as a card.

    `named` is the number in its mark: another when that one was merged.
    """

    sentence: str
    page_title: str
    slug: str
    version: int
    named: int

    @property
    def url(self) -> str:
        """Where on the page the bouwsteen is named first."""
        return f"{page_path(self.slug)}#{block_anchor(self.named)}"


def uses_of(numbers: Collection[int]) -> dict[int, list[BlockUse]]:
    """The sentences that rest on these, or on what was merged into them, in what readers see now.

    That is never hidden. The sentences are cut by the database, so that no whole text is read.
    """
    chain = _chain_to(numbers)
    words = func.substr(Revision.body, SentenceSource.begins + 1, SentenceSource.ends - SentenceSource.begins)
    rows = (
        published_pages(Revision.number, words.label("words"), chain.c.end, SentenceSource.block_id)
        .join(SentenceSource, SentenceSource.revision_id == Page.current_revision_id)
        .join(chain, chain.c.id == SentenceSource.block_id)
        .order_by(Revision.title, Page.id, SentenceSource.position)
        .limit(MOST_USES)
    )
    found: dict[int, list[BlockUse]] = defaultdict(list)
    for row in db.session.execute(rows):
        use = BlockUse(sentence_words(row.words), row.title, row.slug, row.number, row.block_id)
        if use not in found[row.end]:
            found[row.end].append(use)
    return found


def used_numbers(numbers: Collection[int]) -> dict[int, set[int]]:
    """The published pages that rest on these, or on what was merged into them, by number."""
    chain = _chain_to(numbers)
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


def _chain_to(numbers: Collection[int]) -> CTE:
    """Each of these as `end`, with itself and everything that ends in it by way of merging as `id`."""
    ends = select(BuildingBlock.id.label("end"), BuildingBlock.id).where(BuildingBlock.id.in_(list(numbers)))
    chain = ends.cte("chain", recursive=True)
    return chain.union(
        select(chain.c.end, BuildingBlock.id).join(chain, BuildingBlock.merged_into_id == chain.c.id)
    )
