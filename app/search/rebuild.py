"""Building the index again from the database, and mending the differences between the two."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from app.core.clock import now
from app.core.db import db
from app.search.port import Batch, SearchEngine
from app.search.queries import all_documents, page_ids_indexed_since, published_documents

# A promise is marked as kept a moment after the index was written.
MARGIN = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Differences:
    """How many documents were missing or out of date, and how many should not have been there."""

    outdated: int
    superfluous: int


def rebuild(engine: SearchEngine, *, instead_of: str | None = None) -> None:
    """Build a new index beside the one in use and switch; what changes meanwhile is brought in before that.

    With `instead_of` nothing is done when another process replaced that index already.
    """
    begun = now() - MARGIN

    def fill(batch: Batch) -> None:
        for documents in all_documents():
            for document in documents:
                batch.put(document)

    def catch_up(batch: Batch) -> None:
        bring_up_to_date(batch, page_ids_indexed_since(begun))

    engine.replace(fill, catch_up, instead_of=instead_of)


def bring_up_to_date(batch: Batch, page_ids: Collection[int]) -> bool:
    """Make the index say of these pages what the database says now; whether there was anything to write."""
    db.session.rollback()  # see what was committed while we waited for our turn to write
    indexed = batch.seals(page_ids)
    published = {document.page_id: document for document in published_documents(page_ids)}
    outdated = [page for page_id, page in published.items() if indexed.get(page_id) != page.seal]
    superfluous = indexed.keys() - published.keys()
    for document in outdated:
        batch.put(document)
    for page_id in superfluous:
        batch.remove(page_id)
    return bool(outdated or superfluous)


def mend_differences(engine: SearchEngine) -> Differences:
    """Compare every page with the index and mend what differs."""
    outdated = 0
    with engine.updating() as batch:
        db.session.rollback()
        indexed = batch.seals()
        for documents in all_documents():
            for document in documents:
                if indexed.pop(document.page_id, None) != document.seal:
                    batch.put(document)
                    outdated += 1
        for page_id in indexed:
            batch.remove(page_id)
    return Differences(outdated, len(indexed))
