"""Where the pages of a history stand in the guide, and which page is meant by a path in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.importing.addresses import free_among, give_addresses
from app.importing.documents import Document, path_slug
from app.importing.folder import RefusedFile
from app.importing.front_matter import Refused
from app.importing.history.known import KnownPage
from app.importing.history.reading import History
from app.importing.history.texts import document_of
from app.importing.history.trails import Trail
from app.importing.report import Finding

Newest: TypeAlias = Document | RefusedFile


@dataclass(frozen=True, slots=True)
class Places:
    """The address of each trail, in order; by every path of a file, its page's address and last text.

    `told` is what is to be said about the address of a trail.
    """

    own: tuple[str, ...]
    slugs: Mapping[str, str]
    documents: Mapping[str, Document]
    told: Mapping[str, tuple[Finding, ...]]


def newest_documents(history: History, trails: Sequence[Trail]) -> list[Newest]:
    """The last text of each page, or why it cannot be read."""
    found: list[Newest] = []
    for trail in trails:
        try:
            found.append(document_of(history, trail.steps[-1]))
        except Refused as error:
            found.append(RefusedFile(trail.path, error.refusal, error.fact))
    return found


def find_places(
    trails: Sequence[Trail],
    pages: Sequence[KnownPage | None],
    newest: Sequence[Newest],
    taken: frozenset[str],
) -> Places:
    """Give every page an address; `taken` are all that exist. What is there now goes before what was."""
    here = [one for one, trail in zip(newest, trails, strict=True) if not trail.deleted]
    documents = [one for one in here if isinstance(one, Document)]
    rows = list(zip(trails, pages, newest, strict=True))
    known = {
        trail.path: _present_slug(page, one, taken)
        for trail, page, one in rows
        if page and not trail.deleted and isinstance(one, Document)
    }
    given, slugs = give_addresses(documents, known, taken | set(known.values()))
    told = {one.path: one.findings[len(old.findings) :] for old, one in zip(documents, given, strict=True)}
    used = {*taken, *slugs.values()}
    own = [_own(row, slugs, used) for row in rows]
    by_path, last = _by_path(trails, own, newest)
    return Places(tuple(own), by_path, last, told)


def _own(row: tuple[Trail, KnownPage | None, Newest], slugs: Mapping[str, str], used: set[str]) -> str:
    """The address of a trail; one that was taken away has what is left."""
    trail, page, newest = row
    if not trail.deleted and trail.path in slugs:
        return slugs[trail.path]
    if page:
        return page.slug
    wish = newest.wish if isinstance(newest, Document) else path_slug(trail.path)
    slug = wish if wish not in used else free_among(path_slug(trail.path), used)
    used.add(slug)
    return slug


def _present_slug(page: KnownPage, newest: Document, taken: frozenset[str]) -> str:
    """A page keeps its address until its file moves; then it gets the one that it wishes, if free."""
    if page.path == newest.path:
        return page.slug
    wanted = (newest.wish, path_slug(newest.path))
    return next((slug for slug in wanted if slug == page.slug or slug not in taken), page.slug)


def _by_path(
    trails: Sequence[Trail], own: Sequence[str], newest: Sequence[Newest]
) -> tuple[dict[str, str], dict[str, Document]]:
    """Whose path it is now goes before whose it was, and what is there before what was taken away."""
    slugs: dict[str, str] = {}
    documents: dict[str, Document] = {}
    now = [(trail.deleted is not None, 0, trail.path, number) for number, trail in enumerate(trails)]
    before = [
        (trail.deleted is not None, 1, path, number)
        for number, trail in enumerate(trails)
        for path in trail.paths
    ]
    for _, _, path, number in sorted([*now, *before]):
        document = newest[number]
        if path not in slugs and isinstance(document, Document):
            slugs[path] = own[number]
            documents[path] = document
    return slugs, documents
