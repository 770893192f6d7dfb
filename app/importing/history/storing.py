"""Making a page of its history, or going on where an earlier import stopped; each is one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.db import unit_of_work
from app.importing import service
from app.importing.history.known import KnownPage
from app.importing.kinds import Outcome
from app.importing.publishing import Incoming, Result, bring_up_to_date
from app.importing.service import FileState
from app.pages import lifecycle
from app.pages import service as pages
from app.pages.preparation import PreparedText, prepare_after, prepare_text
from app.pages.rules import page_path
from app.pages.texts import RevisionText, current_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a page comes to stand, and the addresses that its former titles would have given it."""

    slug: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class End:
    """The commit that took a page away, as a state of its file, and what was said about it."""

    state: FileState
    reason: str


def begin(texts: Sequence[Incoming], address: Address, end: End | None) -> Result:
    """Make a page with all its versions; one that was taken away goes to the archive."""
    prepared = _prepare(texts, None)
    with unit_of_work():
        slug = pages.free_slug(address.slug)
        page_id = pages.create_page(slug)
        for former in address.former:
            pages.add_former_address(page_id, former)
        _publish(page_id, None, texts, prepared)
        if end:
            _archive(page_id, end)
    return Outcome.ARCHIVED if end else Outcome.CREATED, page_path(slug)


def go_on(texts: Sequence[Incoming], page: KnownPage, address: Address) -> Result:
    """Add what is new to a page. When people changed it meanwhile, only the last text counts, and is merged.

    Raises Conflict when the page keeps changing under our hands.
    """
    current = current_text(page.page_id)
    if current is None or current.id != page.exact_revision_id:
        return bring_up_to_date(_all_in_one(texts), page)
    prepared = _prepare(texts, current)
    by = lifecycle.By(None, texts[-1].attribution.change_note)
    with unit_of_work():
        if page.has_ended:
            lifecycle.unarchive_page(page.page_id, by)
        if address.slug != page.slug:
            lifecycle.rename_page(page.page_id, address.slug, by)
        _publish(page.page_id, current.id, texts, prepared)
    return Outcome.REVISED, page_path(address.slug)


def take_away(page: KnownPage, end: End) -> Result:
    """Put a page whose file was taken away in the archive, unless people changed it meanwhile."""
    current = current_text(page.page_id)
    if page.archived or current is None or current.id != page.exact_revision_id:
        return Outcome.UNCHANGED, page.address
    with unit_of_work():
        _archive(page.page_id, end)
    return Outcome.ARCHIVED, page.address


def _prepare(texts: Sequence[Incoming], parent: RevisionText | None) -> PreparedText:
    """Only the last text is rendered: the others nobody reads as the page."""
    if len(texts) > 1:
        return prepare_after(texts[-1].content, texts[-2].content)
    return prepare_text(texts[-1].content, parent)


def _publish(page_id: int, base: int | None, texts: Sequence[Incoming], prepared: PreparedText) -> None:
    for text in texts:
        last = text is texts[-1]
        base = (
            pages.publish(page_id, base, prepared, text.attribution)
            if last
            else pages.publish_past(page_id, base, text.content, text.attribution)
        )
        service.remember_file(text.state, page_id, revision_id=base, exact=True)
        service.show_pictures(page_id, text.pictures)


def _archive(page_id: int, end: End) -> None:
    lifecycle.archive_page(page_id, None, lifecycle.By(None, end.reason))
    service.remember_file(end.state, page_id)


def _all_in_one(texts: Sequence[Incoming]) -> Incoming:
    """The last text, by everybody who worked on it since the last import."""
    authors = [author for text in texts for author in text.attribution.author_ids]
    attribution = replace(texts[-1].attribution, author_ids=tuple(dict.fromkeys(authors)), published_at=None)
    return replace(texts[-1], attribution=attribution)
