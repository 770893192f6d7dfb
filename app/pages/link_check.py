"""Which links would lead nowhere once a text is published: told before, and never a reason to refuse it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.core.db import db
from app.pages.kinds import BrokenLinkKind
from app.pages.links import ResolvedLinks, resolve
from app.pages.models import Page, PageLink, Rendering
from app.pages.published import published_pages
from app.pages.rules import page_path
from app.text.blocks import cut_blocks
from app.text.headings import name_headings
from app.text.links import Reference, ReferenceKind, own_headings_named, references
from app.text.slugs import slugify
from app.text.wiki_links import fragment_anchor

Anchors = frozenset[str]
NONE: Anchors = frozenset()


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that leads nowhere, or not where it says; `url` is where it leads now, if anywhere.

    Of `BrokenLinkKind.REFERRER` name and address are those of the other page, which links to this one.
    """

    kind: BrokenLinkKind
    name: str
    heading: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A text for a page, or with `is_section` for a part of it; a page to come has no `page_id`."""

    body: str
    title: str = ""
    page_id: int | None = None
    is_section: bool = False

    @property
    def anchors(self) -> Anchors:
        """The headings in this text."""
        return frozenset(name.anchor for name in name_headings(cut_blocks(self.body), self.body).values())


@dataclass(frozen=True, slots=True)
class _Target:
    """A page that is linked to; `anchors` are its headings, None when they are not known now."""

    archived: bool
    anchors: Anchors | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What links are judged by: the pages as they will be, those that come, and who links to them now."""

    links: ResolvedLinks
    pages: Mapping[int, _Target]
    coming: Mapping[str, Anchors]
    referrers: Mapping[int, Sequence[BrokenLink]]


def broken_links(body: str, *, title: str = "", page_id: int | None = None) -> tuple[BrokenLink, ...]:
    """What is wrong with the links of one text, in order."""
    return broken_links_of([LinkedText(body, title, page_id)])[0]


def broken_links_of(texts: Sequence[LinkedText]) -> list[tuple[BrokenLink, ...]]:
    """The same for texts that are published together and may link to each other, in as many statements."""
    found = [references(text.body) for text in texts]
    links = resolve(reference for of_one in found for reference in of_one)
    own = {text.page_id: text for text in texts if text.page_id}
    known = _Known(
        links,
        _pages({*links.page_ids.values(), *own}, own),
        {slugify(text.title): text.anchors for text in texts if text.title},
        _referrers(text.page_id for text in texts if text.page_id and not text.is_section),
    )
    return [
        (*_within(text, known), *_to_others(of_one, known), *_from_others(text, known))
        for text, of_one in zip(texts, found, strict=True)
    ]


def _pages(page_ids: set[int], own: Mapping[int, LinkedText]) -> dict[int, _Target]:
    rows = (
        select(Page.id, Page.archived_at, Rendering.headings)
        .outerjoin(Rendering, Rendering.revision_id == Page.current_revision_id)
        .where(Page.id.in_(page_ids))
    )
    found: dict[int, _Target] = {}
    for page_id, archived_at, headings in db.session.execute(rows):
        now = None if headings is None else frozenset(heading["anchor"] for heading in headings)
        text = own.get(page_id)
        anchors = now if text is None else text.anchors | (now or NONE if text.is_section else NONE)
        found[page_id] = _Target(archived_at is not None, anchors)
    return found


def _referrers(page_ids: Iterable[int]) -> dict[int, list[BrokenLink]]:
    """Every link of another page to a heading of one of these."""
    rows = (
        published_pages(PageLink.target_page_id, PageLink.heading)
        .join(PageLink, PageLink.page_id == Page.id)
        .where(PageLink.target_page_id.in_(list(page_ids)), PageLink.heading != "")
        .where(PageLink.page_id != PageLink.target_page_id)
        .order_by(Page.title_key, PageLink.heading)
    )
    found: dict[int, list[BrokenLink]] = defaultdict(list)
    for title, slug, page_id, heading in db.session.execute(rows):
        found[page_id].append(BrokenLink(BrokenLinkKind.REFERRER, title, heading, page_path(slug)))
    return found


def _within(text: LinkedText, known: _Known) -> Iterator[BrokenLink]:
    """Links to headings of the page itself."""
    page = known.pages.get(text.page_id or 0)
    anchors = (page.anchors if page else None) or text.anchors
    for heading in own_headings_named(text.body):
        if _misses(heading, anchors):
            yield BrokenLink(BrokenLinkKind.HEADING, text.title, heading)


def _to_others(found: Sequence[Reference], known: _Known) -> Iterator[BrokenLink]:
    for reference in found:
        if reference.kind is ReferenceKind.PAGE:
            yield from _to_page(reference, known)
        elif reference.kind is ReferenceKind.TOPIC and reference.key not in known.links.targets:
            yield BrokenLink(BrokenLinkKind.TOPIC, _words(reference.key))


def _to_page(reference: Reference, known: _Known) -> Iterator[BrokenLink]:
    page = known.pages.get(known.links.page_ids.get(reference.key, 0))
    if page is None:
        name = _words(reference.key)
        if reference.key not in known.coming:
            yield BrokenLink(BrokenLinkKind.PAGE, name)
        elif _misses(reference.heading, known.coming[reference.key]):
            yield BrokenLink(BrokenLinkKind.HEADING, name, reference.heading)
        return
    target = known.links.targets[reference.key]
    if page.archived:
        yield BrokenLink(BrokenLinkKind.ARCHIVED, target.title, url=target.url)
    elif page.anchors is not None and _misses(reference.heading, page.anchors):
        yield BrokenLink(BrokenLinkKind.HEADING, target.title, reference.heading, target.url)


def _from_others(text: LinkedText, known: _Known) -> Iterator[BrokenLink]:
    """Links of other pages to a heading that this text does not have."""
    anchors = text.anchors
    for link in known.referrers.get(text.page_id or 0, ()):
        if _misses(link.heading, anchors):
            yield link


def _misses(heading: str, anchors: Anchors) -> bool:
    return bool(heading) and fragment_anchor(heading) not in anchors


def _words(key: str) -> str:
    return key.removeprefix("thema:").replace("-", " ")
