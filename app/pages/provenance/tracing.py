"""Finding out in which revision each sentence of a page first stood, and keeping it once a revision is there.

Reading the texts takes a while for a long history, so it is done outside the transaction, as a follow-up of
publishing. A reader who comes before it, or to a page that was never traced, gets what is missing computed.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import insert

from app.core.db import db, unit_of_work
from app.core.outbox import FollowUp, enqueue
from app.pages.models import Page
from app.pages.provenance.models import ProvenanceState, SentenceProvenance
from app.pages.provenance.queries import Traced, kept_origins, traced_until, untraced_pages
from app.pages.texts import RevisionText, texts_after
from app.text.tracing.first_words import FirstWords


@dataclass(frozen=True, slots=True)
class _Found:
    """What the revisions after `since` said first, up to and with the last one."""

    since: Traced
    last_revision_id: int
    origins: dict[str, int]


def origins_of(text: RevisionText, keys: Collection[str]) -> dict[str, int]:
    """The revision in which each of these sentences of a page's present text first stood, by their keys."""
    if traced_until(text.page_id).revision_id == text.id:
        return kept_origins(text.page_id, keys)
    found = kept_origins(text.page_id) | _read_on(text.page_id).origins
    return {key: found[key] for key in keys if key in found}


def trace_page(payload: Mapping[str, int]) -> None:
    """Keep where the sentences of the newest revisions of a page came from."""
    page_id = payload["page"]
    found = _read_on(page_id)
    if found.last_revision_id == found.since.revision_id:
        return
    rows = [
        {"page_id": page_id, "sentence_key": key, "revision_id": revision_id}
        for key, revision_id in sorted(found.origins.items())
    ]
    with unit_of_work():
        db.session.get_one(Page, page_id, with_for_update=True)
        if traced_until(page_id) != found.since:
            return  # another worker was here
        if rows:
            db.session.execute(insert(SentenceProvenance), rows)
        db.session.merge(ProvenanceState(page_id=page_id, revision_id=found.last_revision_id))


def promise_untraced() -> None:
    """Promise to trace every page that was published before its sentences were kept."""
    if page_ids := untraced_pages():
        with unit_of_work():
            for page_id in page_ids:
                enqueue(FollowUp.TRACE_PAGE, page=page_id)


def _read_on(page_id: int) -> _Found:
    """Read the texts that came after what is known, oldest first."""
    since = traced_until(page_id)
    history = FirstWords(set(kept_origins(page_id)) if since.number else set())
    origins: dict[str, int] = {}
    last = since.revision_id
    for text in texts_after(page_id, since.number):
        last = text.id
        for part in (text.content.lead, text.content.body):
            origins |= dict.fromkeys(history.of(part), text.id)
    return _Found(since, last, origins)
