"""Reading what is kept of where the sentences of a page came from."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from app.core.db import db
from app.pages.models import Page, Revision
from app.pages.provenance.models import ProvenanceState, SentenceProvenance


@dataclass(frozen=True, slots=True)
class Traced:
    """How far the sentences of a page are known: up to this revision; nothing at 0."""

    revision_id: int = 0
    number: int = 0


def traced_until(page_id: int) -> Traced:
    """Up to which revision the sentences of a page are known."""
    state = (
        select(Revision.id, Revision.number)
        .join(ProvenanceState, ProvenanceState.revision_id == Revision.id)
        .where(ProvenanceState.page_id == page_id)
    )
    row = db.session.execute(state).first()
    return Traced(row.id, row.number) if row else Traced()


def kept_origins(page_id: int, keys: Collection[str] | None = None) -> dict[str, int]:
    """The revision in which each sentence first stood, by the sentence's key; of all that are known."""
    kept = select(SentenceProvenance.sentence_key, SentenceProvenance.revision_id)
    kept = kept.where(SentenceProvenance.page_id == page_id)
    if keys is not None:
        kept = kept.where(SentenceProvenance.sentence_key.in_(keys))
    return {row.sentence_key: row.revision_id for row in db.session.execute(kept)}


def untraced_pages() -> list[int]:
    """The pages whose published text is newer than what is known of their sentences."""
    pages = select(Page.id).outerjoin(ProvenanceState, ProvenanceState.page_id == Page.id)
    known = ProvenanceState.revision_id.is_not_distinct_from(Page.current_revision_id)
    return list(db.session.scalars(pages.where(Page.current_revision_id.is_not(None), ~known)))
