"""Publishing: a page begins, and its text is succeeded by a next revision. Nothing is ever overwritten."""

from dataclasses import dataclass
from datetime import datetime
from itertools import count

from sqlalchemy import func, select

from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict
from app.core.outbox import FollowUp, enqueue
from app.core.site_state import bump_public_version
from app.core.upsert import insert_unless_there
from app.pages.kinds import AuthorPart, RevisionOrigin
from app.pages.links import appeared_since, claim_wanted, store_links
from app.pages.models import Page, PageSlug, Rendering, Revision, RevisionAuthor, RevisionTopic
from app.pages.preparation import PreparedText
from app.pages.rules import PageContent
from app.text.slugs import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who and why: everything about a revision beside its content."""

    origin: RevisionOrigin
    author_ids: tuple[int, ...] = ()
    editor_ids: tuple[int, ...] = ()
    approver_id: int | None = None
    change_note: str = ""
    reason: str = ""
    minor: bool = False
    authored_at: datetime | None = None
    published_at: datetime | None = None


def free_slug(wanted: str) -> str:
    """The wanted address, or the first of `wanted-2`, `wanted-3` … that no page has or had."""
    taken = set(
        db.session.scalars(select(PageSlug.slug).where(PageSlug.slug.startswith(wanted, autoescape=True)))
    )
    candidates = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(candidate for candidate in candidates if candidate not in taken)


def create_page(
    slug: str,
    *,
    chapter_id: int | None = None,
    position: int | None = None,
    describes_topic_id: int | None = None,
) -> int:
    """Begin a page at a free address; it is seen by nobody until its first text is published.

    Without a position it comes last in its chapter.
    """
    if position is None:
        last = select(func.coalesce(func.max(Page.position), 0)).where(Page.chapter_id == chapter_id)
        position = (db.session.scalar(last) or 0) + 1
    page = Page(
        title_key=slug,
        chapter_id=chapter_id,
        position=position,
        describes_topic_id=describes_topic_id,
        created_at=now(),
    )
    db.session.add(page)
    db.session.flush()  # the address needs the page's id
    address = {"slug": slug, "page_id": page.id, "current": True}
    if not insert_unless_there(PageSlug, address, unique=("slug",)):
        raise Conflict("slug_taken")
    return page.id


def publish(
    page_id: int, base_revision_id: int | None, prepared: PreparedText, attribution: Attribution
) -> int:
    """Publish a prepared text as the successor of the base revision, and promise what must follow.

    Raises `Conflict("page_moved_on")` when the base is no longer the published revision.
    """
    page = _page_at(page_id, base_revision_id)
    parent = db.session.get(Revision, base_revision_id) if base_revision_id else None
    revision = _append(page, parent, prepared.content, attribution)
    db.session.add(Rendering(revision_id=revision.id, **prepared.rendering_values()))
    store_links(page_id, prepared.references, prepared.links)
    page.title_key = slugify(revision.title)
    _promise_follow_ups(page, parent, revision)
    if appeared_since(prepared.references, prepared.links):
        enqueue(FollowUp.RENDER_PAGE, page=page_id)
    return revision.id


def publish_past(
    page_id: int, base_revision_id: int | None, content: PageContent, attribution: Attribution
) -> int:
    """Publish an old text that a next one succeeds at once, in the same transaction.

    Nobody reads it as the page, so it is rendered only when somebody looks at it, and nothing has to follow.
    Raises `Conflict("page_moved_on")` when the base is no longer the published revision.
    """
    page = _page_at(page_id, base_revision_id)
    parent = db.session.get(Revision, base_revision_id) if base_revision_id else None
    return _append(page, parent, content, attribution).id


def add_former_address(page_id: int, slug: str) -> None:
    """Let an address that the page had elsewhere lead to it, when no page has or had it here."""
    insert_unless_there(PageSlug, {"slug": slug, "page_id": page_id, "current": False}, unique=("slug",))


def _page_at(page_id: int, revision_id: int | None) -> Page:
    """The page, locked, for as long as this is its published revision."""
    page = db.session.get_one(Page, page_id, with_for_update=True, populate_existing=True)
    if page.current_revision_id != revision_id:
        raise Conflict("page_moved_on")
    return page


def _append(page: Page, parent: Revision | None, content: PageContent, attribution: Attribution) -> Revision:
    revision = _revision(page, parent, content, attribution)
    db.session.add(revision)
    db.session.flush()  # what stands beside a revision needs its id
    _add_details(revision, content, attribution)
    page.current_revision_id = revision.id
    return revision


def _revision(
    page: Page, parent: Revision | None, content: PageContent, attribution: Attribution
) -> Revision:
    published_at = attribution.published_at or now()
    return Revision(
        page_id=page.id,
        number=parent.number + 1 if parent else 1,
        parent_id=parent.id if parent else None,
        title=content.title,
        lead=content.lead,
        body=content.body,
        change_note=attribution.change_note,
        reason=attribution.reason,
        minor=attribution.minor,
        origin=attribution.origin,
        approver_id=attribution.approver_id,
        authored_at=attribution.authored_at or published_at,
        published_at=published_at,
        sha256=content.sha256,
    )


def _add_details(revision: Revision, content: PageContent, attribution: Attribution) -> None:
    parts = ((AuthorPart.AUTHOR, attribution.author_ids), (AuthorPart.EDITOR, attribution.editor_ids))
    for part, account_ids in parts:
        for account_id in account_ids:
            db.session.add(RevisionAuthor(revision_id=revision.id, account_id=account_id, part=part))
    for topic_id in content.topic_ids:
        db.session.add(RevisionTopic(revision_id=revision.id, topic_id=topic_id))


def _promise_follow_ups(page: Page, parent: Revision | None, revision: Revision) -> None:
    """A new page or title changes how links to it look, so the pages that link here are rendered again."""
    enqueue(FollowUp.INDEX_PAGE, page=page.id)
    enqueue(FollowUp.TRACE_PAGE, page=page.id)
    enqueue(FollowUp.TRACE_SOURCES, page=page.id)
    if parent is not None:
        enqueue(FollowUp.PAGE_MOVED_ON, page=page.id)
    if parent is None or parent.title != revision.title:
        slugs = db.session.scalars(select(PageSlug.slug).where(PageSlug.page_id == page.id))
        claim_wanted(page.id, {*slugs, page.title_key})
        enqueue(FollowUp.RENDER_REFERRERS, page=page.id)
    bump_public_version()
