"""What one file does to its page: begin it, succeed its text, merge with what people changed, or propose."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TypeAlias

from app.core.db import unit_of_work
from app.core.errors import Conflict
from app.importing import service
from app.importing.kinds import Outcome
from app.importing.queries import KnownFile
from app.importing.report import Picture
from app.importing.service import FileState
from app.pages import service as pages
from app.pages.preparation import prepare_text
from app.pages.rules import PageContent, page_path
from app.pages.texts import RevisionText, current_text, text_to_merge
from app.proposals.preparing import PreparedChange
from app.proposals.rebasing import rebase

ATTEMPTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What the history and the redactie read about imported texts."""

    changed: str
    merged: str
    clash_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a new page comes to stand."""

    slug: str
    chapter_id: int | None = None
    position: int | None = None
    describes_topic_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """The text of a file, ready to become part of the guide."""

    state: FileState
    content: PageContent
    pictures: Sequence[Picture]
    attribution: pages.Attribution
    notes: Notes


Result: TypeAlias = tuple[Outcome, str]


def begin(incoming: Incoming, spot: Spot) -> Result:
    """Make a page of a file that has none."""
    prepared = prepare_text(incoming.content, None)
    with unit_of_work():
        slug = pages.free_slug(spot.slug)
        page_id = pages.create_page(
            slug,
            chapter_id=spot.chapter_id,
            position=spot.position,
            describes_topic_id=spot.describes_topic_id,
        )
        revision_id = pages.publish(page_id, None, prepared, _attribution(incoming))
        service.remember_file(incoming.state, page_id, revision_id=revision_id, exact=True)
        service.show_pictures(page_id, incoming.pictures)
    return Outcome.CREATED, page_path(slug)


def bring_up_to_date(incoming: Incoming, known: KnownFile) -> Result:
    """Let a changed file change its page, without touching a word that people approved meanwhile.

    Raises Conflict when the page keeps changing under our hands.
    """
    for _ in range(ATTEMPTS - 1):
        with suppress(Conflict):
            return _bring_up_to_date(incoming, known)
    return _bring_up_to_date(incoming, known)


def _bring_up_to_date(incoming: Incoming, known: KnownFile) -> Result:
    current = _present(current_text(known.page_id))
    base = _present(text_to_merge(known.exact_revision_id or 0))
    new, address = incoming.content, known.address
    if new == current.content:
        _remember_only(incoming, known, exact_revision_id=current.id)
        return Outcome.PRESENT, address
    if current.id == base.id:
        _publish(incoming, current, new, note=incoming.notes.changed)
        return Outcome.REVISED, address
    merged = rebase(base.content, current.content, new)
    if merged.overlaps:
        # A proposal that is made on a hidden text would be hidden itself.
        return Outcome.PROPOSED, _propose(incoming, current if base.hidden else base)
    if merged.content(()) == current.content:
        _remember_only(incoming, known, exact_revision_id=None)
        return Outcome.PRESENT, address
    _publish(incoming, current, merged.content(()), note=incoming.notes.merged)
    return Outcome.MERGED, address


def _publish(incoming: Incoming, current: RevisionText, content: PageContent, *, note: str) -> None:
    prepared = prepare_text(content, current)
    with unit_of_work():
        revision_id = pages.publish(current.page_id, current.id, prepared, _attribution(incoming, note))
        service.remember_file(
            incoming.state, current.page_id, revision_id=revision_id, exact=content == incoming.content
        )
        service.show_pictures(current.page_id, incoming.pictures)


def _propose(incoming: Incoming, base: RevisionText) -> str:
    change = PreparedChange(base, prepare_text(incoming.content, base))
    with unit_of_work():
        address, proposal_id = service.propose(change, incoming.notes.clash_reason)
        service.remember_file(incoming.state, base.page_id, proposal_id=proposal_id)
    return address


def _remember_only(incoming: Incoming, known: KnownFile, *, exact_revision_id: int | None) -> None:
    with unit_of_work():
        service.remember_file(
            incoming.state,
            known.page_id,
            revision_id=exact_revision_id,
            exact=exact_revision_id is not None,
        )


def _attribution(incoming: Incoming, note: str = "") -> pages.Attribution:
    return replace(incoming.attribution, change_note=incoming.attribution.change_note or note)


def _present(text: RevisionText | None) -> RevisionText:
    """An imported page begins with an exact revision, so there is always one."""
    if text is None:
        raise LookupError("an imported page without a text")
    return text
