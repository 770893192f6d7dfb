"""Keeping the index equal to what is published."""

from collections.abc import Mapping

from app.search.engine import current_engine
from app.search.port import IndexUnusable, Request
from app.search.queries import published_count, waiting_page_ids
from app.search.rebuild import bring_up_to_date, mend_differences
from app.search.repair import SMALL, repair

MOST_AT_ONCE = 50


def index_page(payload: Mapping[str, int]) -> None:
    """Bring a page in the index, or take it out; when there is something to write, pages that wait go along.

    Those find their work done when their turn comes: one commit for many pages costs hardly more than one.
    """
    page_id = payload["page"]
    try:
        with current_engine().updating() as batch:
            if bring_up_to_date(batch, {page_id}):
                bring_up_to_date(batch, waiting_page_ids(MOST_AT_ONCE) - {page_id})
    except IndexUnusable:
        # A rebuild reads the database, so what it repaired here and now holds this page too.
        if not repair():
            raise


def ensure_index() -> None:
    """Leave a usable index, or one that is being built; quick when there is nothing to do."""
    try:
        current_engine().search(Request(parts=()))
        if published_count() <= SMALL:
            mend_differences(current_engine())
    except IndexUnusable:
        repair()
