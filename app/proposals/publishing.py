"""Taking a proposal over: merged with its pages as they are now, and published in one transaction."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sqlalchemy import select

from app.core.db import db
from app.core.errors import Forbidden, Invalid
from app.core.permissions import Actor
from app.core.submissions import answer, claim
from app.pages import lifecycle
from app.pages import service as pages
from app.pages.checking.service import promise_check
from app.pages.kinds import RevisionOrigin
from app.pages.lifecycle import By
from app.pages.links import with_present_names
from app.pages.models import Page
from app.pages.preparation import PreparedText, prepare_text
from app.proposals.kinds import ChangeKind, ProposalStep
from app.proposals.merging.service import keep_settled, prepare_changes
from app.proposals.models import ProposalEvent, ProposalVersion, Publication
from app.proposals.plans import ChangePlan, Plan, plan_step
from app.proposals.preparing import PreparedChange
from app.proposals.rebasing import Settlements
from app.proposals.reviewing.approving import approve, waits_for_another
from app.proposals.rules import AGREEMENTS, CAUSES, WORDLESS, check_undoable, proposal_path
from app.proposals.texts import ChangeText
from app.proposals.timeline import Move, author_ids, has_taken, take_step

ORIGINS = {ProposalStep.EMERGENCY: RevisionOrigin.EMERGENCY, ProposalStep.TRUSTED: RevisionOrigin.TRUSTED}


@dataclass(frozen=True, slots=True)
class Publishable:
    """A change that is ready to be carried out, and the revision its text follows.

    `prepared` is None when the page keeps its text.
    """

    change: ChangeText
    base_id: int | None
    prepared: PreparedText | None
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A whole proposal ready to be taken over, and what was chosen where it overlapped with its pages.

    `rewritten` is the proposal as whoever decides made it, when she chose or wrote in it herself.
    """

    plan: Plan
    settlements: Settlements
    texts: tuple[Publishable, ...]
    rewritten: tuple[PreparedChange, ...] = ()


def plan_acceptance(actor: Actor, move: Move, step: ProposalStep = ProposalStep.ACCEPT) -> Plan:
    """What taking the proposal over would do now; refuses who may not decide on it now.

    The step is `EMERGENCY` when it is published before a second redacteur has looked.
    """
    plan = plan_step(actor, step, move)
    if step is ProposalStep.EMERGENCY:
        check_undoable(change.change.kind for change in plan.changes)
    return plan


def prepare_publication(plan: Plan, typed: Settlements) -> Acceptance:
    """Render what will be published; called before any transaction begins.

    Raises `Invalid` when an overlap is not settled or when nothing is left to publish.
    """
    if not plan.is_settled(typed):
        raise Invalid("overlap_not_settled", field="overlaps")
    texts = tuple(_prepare(change, typed) for change in plan.changes)
    if not any(text.prepared or _changes_page(text.change) for text in texts):
        raise Invalid("nothing_left", field="overlaps")
    chose = bool(plan.overlaps) or any(change.edited for change in plan.changes)
    return Acceptance(plan, typed, texts, prepare_changes(plan, typed) if chose else ())


def accept(
    actor: Actor,
    move: Move,
    accepted: Acceptance,
    *,
    key: str,
    step: ProposalStep = ProposalStep.ACCEPT,
) -> str:
    """Take the proposal over: decision, revisions, pages and promises in the one running transaction.

    Where another redacteur must agree too, it is an approval and nothing is published yet. Raises
    `Conflict("page_moved_on")` when a page has another text by now than the one it was merged with.
    """
    if actor.account_id is None:
        raise Forbidden("not_allowed")
    if (earlier := claim(key, actor.account_id)) and has_decided(actor, step, move):
        return earlier
    if step in AGREEMENTS and waits_for_another(move.proposal_id, step, rewritten=bool(accepted.rewritten)):
        approve(actor, move, accepted.plan, accepted.settlements, rewritten=accepted.rewritten)
    else:
        event = take_step(actor, step, move)
        carry_out(accepted.texts, event, author_ids(move.proposal_id))
        keep_settled(accepted.plan, accepted.settlements, event)
    url = proposal_path(move.proposal_id)
    answer(key, actor.account_id, url)
    return url


def has_decided(actor: Actor, step: ProposalStep, move: Move) -> bool:
    """Whether this person took the step already, or agreed where another must agree too."""
    return has_taken(actor, step, move) or has_approved(actor, move)


def has_approved(actor: Actor, move: Move) -> bool:
    """Whether what this person did with the proposal became an approval."""
    return has_taken(actor, ProposalStep.APPROVE, move)


def carry_out(texts: Sequence[Publishable], event: ProposalEvent, authors: AbstractSet[int]) -> None:
    """Publish every change of a decision; pages are locked in one order, so that nobody waits in a ring."""
    page_ids = sorted(text.change.page_id for text in texts if text.change.page_id)
    db.session.execute(select(Page.id).where(Page.id.in_(page_ids)).order_by(Page.id).with_for_update())
    for text in texts:
        page_id = text.change.page_id or _new_page(text.change)
        if text.prepared is not None:
            attribution = _attribution(text, event, authors)
            revision_id = pages.publish(page_id, text.base_id, text.prepared, attribution)
            publication = Publication(change_id=text.change.id, revision_id=revision_id, event_id=event.id)
            db.session.add(publication)
            if event.step in CAUSES:
                promise_check(revision_id, CAUSES[event.step])
        _change_page(page_id, text.change, By(event.actor_id, text.change.reason))


def _prepare(plan: ChangePlan, typed: Settlements) -> Publishable:
    content = plan.content(typed)
    current_id = plan.current.id if plan.current else None
    if content is None or plan.change.kind in WORDLESS or plan.leaves_page_alone(content):
        return Publishable(plan.change, current_id, None)
    prepared = prepare_text(with_present_names(content), plan.current)
    return Publishable(plan.change, current_id, prepared, plan.uses_own_words(typed))


def _changes_page(change: ChangeText) -> bool:
    """Whether a change does something without new words, such as bringing a page back from the archive."""
    restores = change.kind is ChangeKind.RESTORE and change.page_id is not None
    return change.kind in WORDLESS or (restores and not lifecycle.page_exists(change.page_id or 0))


def _attribution(text: Publishable, event: ProposalEvent, authors: AbstractSet[int]) -> pages.Attribution:
    change = text.change
    usual = RevisionOrigin.RESTORE if change.kind is ChangeKind.RESTORE else RevisionOrigin.PROPOSAL
    return pages.Attribution(
        origin=ORIGINS.get(event.step, usual),
        author_ids=tuple(sorted(authors)),
        editor_ids=_editor_ids(text, event, authors),
        approver_id=event.actor_id if event.actor_id not in authors else None,
        change_note=change.change_note,
        reason=change.reason,
        minor=change.minor,
        authored_at=change.sent_at,
    )


def _editor_ids(text: Publishable, event: ProposalEvent, authors: AbstractSet[int]) -> tuple[int, ...]:
    """Who wrote in the text while deciding: now, or when she agreed with it first."""
    sent = select(ProposalVersion.sent_by_id).where(ProposalVersion.proposal_id == event.proposal_id)
    editors = set(db.session.scalars(sent)) - authors
    if text.edited and event.actor_id:
        editors.add(event.actor_id)
    return tuple(sorted(editors))


def _new_page(change: ChangeText) -> int:
    """A page at a free address; outside the guide until it is given a place."""
    return pages.create_page(pages.free_slug(change.slug))


def _change_page(page_id: int, change: ChangeText, by: By) -> None:
    """What a change does to a page beside its text."""
    if change.kind is ChangeKind.RENAME:
        lifecycle.rename_page(page_id, change.slug, by)
    elif change.kind is ChangeKind.ARCHIVE:
        lifecycle.archive_page(page_id, change.replacement_page_id, by)
    elif change.kind is ChangeKind.RESTORE:
        lifecycle.unarchive_page(page_id, by)
    elif change.kind is ChangeKind.MOVE or change.place.chapter_id is not None:
        lifecycle.move_page(page_id, change.place, by)
