"""Where the links in a text lead, according to the database."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import delete, select, update
from sqlalchemy.orm import aliased

from app.core.db import db
from app.pages.block_cards import cards_of
from app.pages.models import Page, PageLink, PageSlug, Revision
from app.pages.rules import PageContent, page_path, topic_path
from app.text.block_cards import MOST_CARDS
from app.text.link_names import rename_targets
from app.text.links import LinkTarget, Reference, ReferenceKind, references
from app.text.slugs import slugify
from app.topics.models import Topic

TOPIC_PREFIX = "thema:"
BLOCK_PREFIX = "bouwsteen:"


@dataclass(frozen=True, slots=True)
class ResolvedLinks:
    """Targets by link key, for the renderer, and the ids of the pages among them."""

    targets: dict[str, LinkTarget] = field(default_factory=dict)
    page_ids: dict[str, int] = field(default_factory=dict)


def resolve(wanted: Iterable[Reference]) -> ResolvedLinks:
    """Find the targets of these references: an address first (former ones too), then a page title.

    Of the bouwstenen that are shown, so many are looked up as a page may show.
    """
    found = ResolvedLinks()
    wanted = list(wanted)
    pages = {reference.key for reference in wanted if reference.kind is ReferenceKind.PAGE}
    topics = {reference.key for reference in wanted if reference.kind is ReferenceKind.TOPIC}
    if pages:
        _resolve_pages(pages, found)
    if topics:
        _resolve_topics(topics, found)
    _resolve_cards([link.key for link in wanted if link.kind is ReferenceKind.CARD][:MOST_CARDS], found)
    return found


def _resolve_pages(keys: set[str], found: ResolvedLinks) -> None:
    current = aliased(PageSlug)
    pages = (
        select(current.slug, Page.id, Revision.title)
        .select_from(Page)
        .join(Revision, Revision.id == Page.current_revision_id)
        .join(current, (current.page_id == Page.id) & current.current)
    )
    by_address = pages.join(PageSlug, PageSlug.page_id == Page.id).add_columns(PageSlug.slug)
    by_title = pages.add_columns(Page.title_key)
    rows = list(db.session.execute(by_title.where(Page.title_key.in_(keys)).order_by(Page.id.desc())))
    rows += db.session.execute(by_address.where(PageSlug.slug.in_(keys)))
    for slug, page_id, title, key in rows:
        found.targets[key] = LinkTarget(url=page_path(slug), title=title, exists=True)
        found.page_ids[key] = page_id


def _resolve_topics(keys: set[str], found: ResolvedLinks) -> None:
    slugs = [key.removeprefix(TOPIC_PREFIX) for key in keys]
    topics = select(Topic.slug, Topic.name).where(Topic.slug.in_(slugs))
    for slug, name in db.session.execute(topics):
        found.targets[TOPIC_PREFIX + slug] = LinkTarget(url=topic_path(slug), title=name, exists=True)


def _resolve_cards(keys: list[str], found: ResolvedLinks) -> None:
    numbers = {int(key.removeprefix(BLOCK_PREFIX)) for key in keys}
    for number, target in cards_of(numbers).items():
        found.targets[f"{BLOCK_PREFIX}{number}"] = target


def with_present_names(content: PageContent) -> PageContent:
    """The same text with links to renamed pages written as those pages are called now."""
    found = references(content.body)
    resolved = resolve(found)
    renamed = {
        key: target
        for key, target in resolved.targets.items()
        if key in resolved.page_ids and key not in (target.url.rpartition("/")[2], slugify(target.title))
    }
    return replace(content, body=rename_targets(content.body, renamed)) if renamed else content


def store_links(page_id: int, found: Iterable[Reference], resolved: ResolvedLinks) -> None:
    """Replace what is known of the links of a page by the links of its current text."""
    db.session.execute(delete(PageLink).where(PageLink.page_id == page_id))
    distinct = {(reference.key, reference.heading or "") for reference in found}
    db.session.add_all(
        PageLink(
            page_id=page_id,
            target_key=key,
            heading=heading,
            target_page_id=resolved.page_ids.get(key),
        )
        for key, heading in sorted(distinct)
    )


def claim_wanted(page_id: int, keys: Iterable[str]) -> None:
    """Links that wanted a page by one of these keys lead to this page from now on."""
    wanted = (PageLink.target_key.in_(list(keys)), PageLink.target_page_id.is_(None))
    db.session.execute(update(PageLink).where(*wanted).values(target_page_id=page_id))


def referrer_ids(page_id: int) -> list[int]:
    """The pages whose current text links to this page."""
    referrers = select(PageLink.page_id).where(
        PageLink.target_page_id == page_id, PageLink.page_id != page_id
    )
    return list(db.session.scalars(referrers.distinct().order_by(PageLink.page_id)))


def naming_pages(numbers: Iterable[int]) -> list[int]:
    """The pages whose current text names or shows one of these bouwstenen."""
    keys = [f"{BLOCK_PREFIX}{number}" for number in numbers]
    pages = select(PageLink.page_id).where(PageLink.target_key.in_(keys)).distinct()
    return list(db.session.scalars(pages.order_by(PageLink.page_id))) if keys else []


def appeared_since(found: Iterable[Reference], resolved: ResolvedLinks) -> bool:
    """True when a page that was still wanted at `resolved` exists by now."""
    wanted = {link.key for link in found if link.kind is ReferenceKind.PAGE} - resolved.page_ids.keys()
    if not wanted:
        return False
    there = select(PageSlug.page_id).where(PageSlug.slug.in_(wanted)).limit(1)
    return db.session.scalar(there) is not None
