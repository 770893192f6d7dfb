"""What a form holds, put in a draft or sent in with it: the one place where forms and drafts meet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.db import unit_of_work
from app.core.errors import NotFound
from app.pages.lifecycle import NOWHERE, place_of
from app.pages.rules import PageContent
from app.pages.texts import text_to_merge
from app.proposals import limits, sending
from app.proposals.checking.trust import publish_if_trusted
from app.proposals.detail_queries import proposal_head
from app.proposals.drafts import service, settled
from app.proposals.drafts.queries import DraftedChange, DraftText
from app.proposals.drafts.rules import draft_key
from app.proposals.drafts.service import Saved, Writing
from app.proposals.kinds import ChangeKind
from app.proposals.preparing import PreparedChange, base_text, prepare_adjusted, prepare_unchanged
from app.proposals.rules import proposal_number
from app.proposals.sending import Motivation
from app.proposals.texts import change_texts
from app.proposals.timeline import Move
from app.proposals.typed import KIND_WORDS, TypedChange, TypedDraft
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
        return WrittenChange(ChangeKind.CREATE, typed.content, None, place=typed.place or NOWHERE)
    base = text_to_merge(typed.base_id)  # put in the draft, never shown; a hidden one is not sent in
    if base is None:
        raise NotFound("page_unknown")
    if typed.kind is ChangeKind.EDIT:
        return written_edit(typed.content, base, typed.section)
    content = {
        ChangeKind.RENAME: replace(base.content, title=typed.content.title),
        ChangeKind.TOPICS: replace(base.content, topic_ids=typed.content.topic_ids),
    }.get(typed.kind, base.content)
    place = place_of(base.page_id) if typed.place is None else typed.place
    place = place if typed.kind is ChangeKind.MOVE else NOWHERE
    return WrittenChange(typed.kind, content, base, place=place, replacement_page_id=typed.replacement_id)


def prepared(typed: TypedChange) -> list[PreparedChange]:
    """The changes that the form asks for, checked and rendered: of a next version, or of a first one."""
    change = written(typed)
    if not typed.proposal_id:
        return [prepare_written(change)]
    head = proposal_head(typed.proposal_id)
    if head is None:
        raise NotFound("proposal_unknown")
    first, *others = earlier = change_texts(head.version_id)
    base = base_text(first.page_id, typed.base_id) if first.page_id else None
    if change.kind in KIND_WORDS.values():
        return [prepare_written(change), *map(prepare_unchanged, others)]
    return prepare_adjusted(earlier, change.content, base)


def keep(typed: TypedChange) -> Saved:
    """Save the form in its draft; one of several pages has no reasons, that of the reasons no page."""
    writing = Writing(
        change=None if typed.why_alone else written(typed),
        why=None if typed.draft.change_id else typed.motivation,
        cursor=typed.draft.cursor,
        proposal_id=typed.proposal_id,
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
            url = sending.resend(actor, move, changes, why, key=typed.key)
        else:
            limits.check_room(actor, key=typed.key, most=current_settings().max_open_proposals)
            url = sending.send(actor, changes, why, key=typed.key)
        settled.take_along(cleared.kept, proposal_number(url))
        published = not typed.proposal_id and _published_at_once(url, changes, why)
        return SentIn(url, cleared.done, published=published)


def _published_at_once(url: str, changes: Sequence[PreparedChange], why: Motivation) -> bool:
    if len(changes) > 1:
        return False
    needed = current_settings().trust_after
    return publish_if_trusted(current_actor(), url, changes[0], why, needed=needed)


def why_from(draft: DraftText) -> TypedChange:
    """The form of the reasons of a draft over several pages, as it was left."""
    head = proposal_head(draft.proposal_id) if draft.proposal_id else None
    return TypedChange(
        PageContent("", "", ""),
        change_note=draft.why.change_note,
        reason=draft.why.reason,
        minor=draft.why.minor,
        seen_event=head.last_event if head else 0,
        proposal_id=draft.proposal_id,
        why_alone=True,
        key=draft_key(draft.id),
        draft=TypedDraft(id=draft.id, version=draft.version, saved_at=draft.saved_at),
    )


def typed_from(draft: DraftText, change: DraftedChange) -> TypedChange:
    """The form of one page of a draft as it was left, with the reasons when it is the only one."""
    wish = change.written
    section = wish.section_body
    return replace(
        why_from(draft),
        why_alone=False,
        content=wish.content if section is None else replace(wish.content, body=section),
        base_id=wish.base.id if wish.base else None,
        section=wish.section if section is not None else "",
        kind=wish.kind,
        place=wish.place,
        replacement_id=wish.replacement_page_id,
        draft=TypedDraft(
            id=draft.id,
            version=draft.version,
            change_id=change.id if draft.is_over_several else None,
            cursor=draft.cursor,
            saved_at=draft.saved_at,
        ),
    )
