"""What a form holds, put in a draft or sent in with it: the one place where forms and drafts meet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.db import unit_of_work
from app.core.errors import NotFound
from app.pages.texts import revision_text
from app.proposals import limits, sending
from app.proposals.checking.trust import publish_if_trusted
from app.proposals.detail_queries import proposal_head
from app.proposals.drafts import service
from app.proposals.drafts.queries import DraftText
from app.proposals.drafts.rules import draft_key
from app.proposals.drafts.service import Saved, Writing
from app.proposals.forms import TypedChange
from app.proposals.kinds import ChangeKind
from app.proposals.preparing import PreparedChange, base_text, prepare_adjusted
from app.proposals.sending import Motivation
from app.proposals.texts import change_texts
from app.proposals.timeline import Move
from app.proposals.written import WrittenChange, prepare_written, written_edit
from app.web.guards import current_actor
from app.web.settings import current_settings


@dataclass(frozen=True, slots=True)
class SentIn:
    """Where a proposal is found that was sent in, and whether it was published at once.

    `cleared` is false when its draft stays, because another form went on with it.
    """

    url: str
    cleared: bool
    published: bool = False


def written(typed: TypedChange) -> WrittenChange:
    """What the form asks of its page, put together whole and not checked."""
    if typed.base_id is None:
        return WrittenChange(ChangeKind.CREATE, typed.content, None)
    base = revision_text(typed.base_id)
    if base is None:
        raise NotFound("page_unknown")
    return written_edit(typed.content, base, typed.section)


def prepared(typed: TypedChange) -> list[PreparedChange]:
    """The changes that the form asks for, checked and rendered: of a next version, or of a first one."""
    change = written(typed)
    if not typed.proposal_id:
        return [prepare_written(change)]
    head = proposal_head(typed.proposal_id)
    if head is None:
        raise NotFound("proposal_unknown")
    base = base_text(change.base.page_id, change.base.id) if change.base else None
    return prepare_adjusted(change_texts(head.version_id), change.content, base)


def keep(typed: TypedChange) -> Saved:
    """Save the form in its draft."""
    writing = Writing(
        change=written(typed), why=typed.motivation, cursor=typed.cursor, proposal_id=typed.proposal_id
    )
    with unit_of_work():
        return service.save(current_actor(), typed.ticket, writing, most=current_settings().max_drafts)


def send_in(typed: TypedChange, changes: Sequence[PreparedChange]) -> SentIn:
    """Send it in and clear its draft away, in one transaction."""
    actor, why = current_actor(), typed.motivation
    with unit_of_work():
        cleared = service.clear_sent(actor, typed.ticket)
        if typed.proposal_id:
            move = Move(proposal_id=typed.proposal_id, seen_event=typed.seen_event)
            return SentIn(sending.resend(actor, move, changes, why, key=typed.key), cleared)
        limits.check_room(actor, key=typed.key, most=current_settings().max_open_proposals)
        url = sending.send(actor, changes, why, key=typed.key)
        return SentIn(url, cleared, published=_published_at_once(url, changes, why))


def _published_at_once(url: str, changes: Sequence[PreparedChange], why: Motivation) -> bool:
    if len(changes) > 1:
        return False
    needed = current_settings().trust_after
    return publish_if_trusted(current_actor(), url, changes[0], why, needed=needed)


def typed_from(draft: DraftText) -> TypedChange:
    """The form of a draft that is about one page, as it was left."""
    change = draft.changes[0].written
    section = change.section_body
    content = change.content
    head = proposal_head(draft.proposal_id) if draft.proposal_id else None
    return TypedChange(
        content=content if section is None else replace(content, body=section),
        change_note=draft.why.change_note,
        reason=draft.why.reason,
        minor=draft.why.minor,
        base_id=change.base.id if change.base else None,
        section=change.section if section is not None else "",
        seen_event=head.last_event if head else 0,
        proposal_id=draft.proposal_id,
        cursor=draft.cursor,
        key=draft_key(draft.id),
        draft_id=draft.id,
        draft_version=draft.version,
        saved_at=draft.saved_at,
    )
