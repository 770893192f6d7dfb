"""Putting pages in a draft, and making a draft of a proposal that is to be adjusted."""

from collections.abc import Sequence

from app.core.errors import Conflict, Invalid
from app.core.permissions import Actor
from app.pages.texts import RevisionText, current_text, revision_text
from app.proposals.drafts import parts, service
from app.proposals.drafts.rules import FormStamp, Ticket
from app.proposals.drafts.service import Saved, Writing
from app.proposals.kinds import ChangeKind
from app.proposals.sending import MOST_CHANGES, Motivation
from app.proposals.texts import ChangeText
from app.proposals.written import NEW_PAGE, WrittenChange


def begin_change(page_id: int | None, kind: ChangeKind) -> WrittenChange:
    """A change of which nothing is written yet: of this page as it is now, or of one that is to be made."""
    base = _readable(current_text(page_id)) if page_id else None
    return WrittenChange(kind, base.content, base) if base else NEW_PAGE


def add_page(actor: Actor, draft_id: int, seen_version: int, change: WrittenChange) -> int:
    """Put one more page in a draft; returns the id of its part. No page is in it twice."""
    draft = service.own(actor, draft_id, seen_version=seen_version)
    pages = parts.page_ids(draft.id)
    if change.base and change.base.page_id in pages:
        raise Invalid("page_named_twice", field="page")
    if len(pages) >= MOST_CHANGES:
        raise Invalid("too_many_changes", field="page", limit=MOST_CHANGES)
    service.touch(draft)
    return parts.add(draft.id, change)


def draft_of_proposal(
    actor: Actor, proposal_id: int, changes: Sequence[ChangeText], why: Motivation, *, most: int
) -> Saved:
    """A draft with everything a proposal asks, to be adjusted and sent in as its next version.

    As long as nobody wrote in that draft, asking again gives the same one.
    """
    if any(change.hidden for change in changes):
        raise Conflict("text_hidden")
    name = f"voorstel-{proposal_id}-{changes[0].version_id}"
    ticket = Ticket(stamp=FormStamp(name, 1), send_key=name)
    first, *others = (_written(change) for change in changes)
    saved = service.save(actor, ticket, Writing(change=first, why=why, proposal_id=proposal_id), most=most)
    if len(parts.page_ids(saved.draft_id)) == 1:
        for change in others:
            parts.add(saved.draft_id, change)
    return saved


def _written(change: ChangeText) -> WrittenChange:
    return WrittenChange(
        kind=change.kind,
        content=change.content,
        base=_readable(revision_text(change.base_revision_id)) if change.base_revision_id else None,
        place=change.place,
        restored_revision_id=change.restored_revision_id,
        replacement_page_id=change.replacement_page_id,
    )


def _readable(text: RevisionText | None) -> RevisionText:
    if text is None:
        raise Invalid("page_unknown", field="page")
    return text
