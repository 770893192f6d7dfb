"""What happens to a page beside its text: another address, another place in the guide, the archive."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict
from app.core.outbox import FollowUp, enqueue
from app.core.site_state import bump_public_version
from app.core.upsert import insert_unless_there
from app.pages.kinds import PageEventKind
from app.pages.links import claim_wanted
from app.pages.models import Chapter, Page, PageEvent, PageSlug
from app.pages.published import IS_PUBLISHED
from app.pages.service import free_slug


@dataclass(frozen=True, slots=True)
class GuidePlace:
    """A place in the guide: the how-manieth page of which chapter (1 is the first, None the last).

    Without a chapter it is outside the guide.
    """

    chapter_id: int | None = None
    position: int | None = None


NOWHERE = GuidePlace()


@dataclass(frozen=True, slots=True)
class By:
    """Who does it and why."""

    actor_id: int | None
    reason: str


def place_exists(place: GuidePlace) -> bool:
    """Whether the guide has such a chapter; outside the guide there is always room."""
    return place.chapter_id is None or db.session.get(Chapter, place.chapter_id) is not None


def page_exists(page_id: int) -> bool:
    """Whether a page with this number can be read."""
    return db.session.scalar(select(Page.id).where(Page.id == page_id, *IS_PUBLISHED)) is not None


def place_of(page_id: int) -> GuidePlace:
    """Where a page stands now."""
    chapter_id = db.session.scalar(select(Page.chapter_id).where(Page.id == page_id))
    if chapter_id is None:
        return NOWHERE
    return GuidePlace(chapter_id, _page_ids(chapter_id).index(page_id) + 1)


def rename_page(page_id: int, wanted_slug: str, by: By) -> None:
    """Give a page the wanted address, or the next free one; the former one leads to it from now on."""
    addresses = {row.slug: row for row in db.session.scalars(select(PageSlug).filter_by(page_id=page_id))}
    former = next(slug for slug, row in addresses.items() if row.current)
    slug = wanted_slug if wanted_slug in addresses else free_slug(wanted_slug)
    if slug == former:
        return
    db.session.execute(update(PageSlug).where(PageSlug.page_id == page_id).values(current=False))
    if slug in addresses:
        db.session.execute(update(PageSlug).where(PageSlug.slug == slug).values(current=True))
    elif not insert_unless_there(
        PageSlug, {"slug": slug, "page_id": page_id, "current": True}, unique=("slug",)
    ):
        raise Conflict("slug_taken")
    claim_wanted(page_id, {slug})
    _note(page_id, PageEventKind.RENAMED, by, {"from": former, "to": slug})
    _promise_follow_ups(page_id)


def move_page(page_id: int, place: GuidePlace, by: By) -> None:
    """Put a page at a place in the guide; the pages behind it make room."""
    page = db.session.get_one(Page, page_id)
    former = page.chapter_id
    page.chapter_id = place.chapter_id
    if place.chapter_id is not None:
        order = [other for other in _page_ids(place.chapter_id) if other != page_id]
        order.insert(len(order) if place.position is None else place.position - 1, page_id)
        for position, other in enumerate(order, start=1):
            db.session.execute(update(Page).where(Page.id == other).values(position=position))
    _note(page_id, PageEventKind.MOVED, by, {"from": former, "to": place.chapter_id})
    bump_public_version()


def archive_page(page_id: int, replacement_page_id: int | None, by: By) -> None:
    """Take a page out of the guide, the lists and the search; its history and its address stay."""
    page = db.session.get_one(Page, page_id)
    page.archived_at = now()
    page.replacement_id = replacement_page_id
    _note(page_id, PageEventKind.ARCHIVED, by, {"replacement": replacement_page_id})
    _promise_follow_ups(page_id)


def unarchive_page(page_id: int, by: By) -> None:
    """Bring a page back from the archive; nothing happens to one that is not there."""
    page = db.session.get_one(Page, page_id)
    if page.archived_at is None:
        return
    page.archived_at = page.replacement_id = None
    _note(page_id, PageEventKind.UNARCHIVED, by, {})
    _promise_follow_ups(page_id)


def _page_ids(chapter_id: int) -> list[int]:
    pages = select(Page.id).where(Page.chapter_id == chapter_id, Page.archived_at.is_(None))
    return list(db.session.scalars(pages.order_by(Page.position, Page.id)))


def _note(page_id: int, kind: PageEventKind, by: By, data: dict[str, Any]) -> None:
    db.session.add(
        PageEvent(page_id=page_id, kind=kind, actor_id=by.actor_id, at=now(), reason=by.reason, data=data)
    )


def _promise_follow_ups(page_id: int) -> None:
    enqueue(FollowUp.INDEX_PAGE, page=page_id)
    enqueue(FollowUp.TRACE_SOURCES, page=page_id)
    enqueue(FollowUp.RENDER_REFERRERS, page=page_id)
    bump_public_version()
