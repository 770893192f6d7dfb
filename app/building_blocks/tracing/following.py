"""Keeping which sentences of the published texts rest on which bouwstenen, and what follows from it.

Derived from the text alone, as a follow-up of publishing; done again it finds nothing to do.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, insert, select

from app.building_blocks.models import BuildingBlock, SentenceSource
from app.building_blocks.service import note_page, set_unused, set_used
from app.core.db import db, unit_of_work
from app.core.outbox import FollowUp, enqueue
from app.pages.links import BLOCK_PREFIX
from app.pages.models import Page, PageLink
from app.pages.published import IS_PUBLISHED
from app.pages.texts import current_text
from app.text.tracing.sources import SentenceSources, sentence_sources


def trace_sources(payload: Mapping[str, int]) -> None:
    """Keep what the present text of a page rests on, and say of each bouwsteen whether it is used.

    A page in the archive and a text that is hidden rest on nothing.
    """
    page_id = payload["page"]
    text = current_text(page_id)
    found = sentence_sources(text.content.body) if text else ()
    with unit_of_work():
        page = db.session.get_one(Page, page_id, with_for_update=True, populate_existing=True)
        if text is None or page.current_revision_id != text.id:
            return  # a newer text has a promise of its own
        before = set(
            db.session.scalars(select(SentenceSource.block_id).where(SentenceSource.page_id == page_id))
        )
        kept = _keep(page, found if page.archived_at is None else ())
        cause = {"page": page_id, "revision": text.id}
        set_used(kept, **cause)
        set_unused(before - kept, **cause)
        note_page(before, kept, **cause)


def promise_unread_sources() -> int:
    """Promise to read every text that names a bouwsteen of which nothing is kept; returns how many.

    Of a text that was published before its bouwsteen was there, or before sources were kept.
    """
    page_ids = _unread_pages()
    if page_ids:
        with unit_of_work():
            for page_id in page_ids:
                enqueue(FollowUp.TRACE_SOURCES, page=page_id)
                enqueue(FollowUp.RENDER_PAGE, page=page_id)
    return len(page_ids)


def _keep(page: Page, found: Sequence[SentenceSources]) -> frozenset[int]:
    """Replace what is kept of a page; returns the bouwstenen that its text names and that exist."""
    named = frozenset().union(*(sentence.blocks for sentence in found))
    known = frozenset(db.session.scalars(select(BuildingBlock.id).where(BuildingBlock.id.in_(sorted(named)))))
    rows = [
        {
            "revision_id": page.current_revision_id,
            "page_id": page.id,
            "position": sentence.position,
            "begins": sentence.start,
            "ends": sentence.end,
            "block_id": block_id,
        }
        for sentence in found
        for block_id in sorted(sentence.blocks & known)
    ]
    db.session.execute(delete(SentenceSource).where(SentenceSource.page_id == page.id))
    if rows:
        db.session.execute(insert(SentenceSource), rows)
    return known


def _unread_pages() -> list[int]:
    named: dict[int, set[int]] = defaultdict(set)
    links = (
        select(PageLink.target_key, Page.id)
        .join(Page, Page.id == PageLink.page_id)
        .outerjoin(SentenceSource, SentenceSource.revision_id == Page.current_revision_id)
        .where(
            PageLink.target_key.startswith(BLOCK_PREFIX), SentenceSource.revision_id.is_(None), *IS_PUBLISHED
        )
    )
    for key, page_id in db.session.execute(links):
        named[int(key.removeprefix(BLOCK_PREFIX))].add(page_id)
    there = db.session.scalars(select(BuildingBlock.id).where(BuildingBlock.id.in_(sorted(named))))
    return sorted(set().union(*(named[number] for number in there)))
