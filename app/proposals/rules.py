"""Who may take which step with a proposal, and where it stands afterwards: nobody decides on their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Actor, Permission
from app.pages.checking.kinds import CheckCause
from app.proposals.kinds import ChangeKind, ProposalState, ProposalStep

State = ProposalState
Step = ProposalStep

OPEN = frozenset({State.SUBMITTED, State.IN_REVIEW, State.ADJUSTMENT_REQUESTED})
AUTOMATIC = frozenset({Step.REBASE, Step.CLASH})
"""Steps that the program takes when a page moved on; nobody else can."""

AFTER: dict[tuple[ProposalState, ProposalStep], ProposalState] = {
    (State.SUBMITTED, Step.TAKE): State.IN_REVIEW,
    (State.SUBMITTED, Step.WITHDRAW): State.WITHDRAWN,
    (State.IN_REVIEW, Step.TAKE): State.IN_REVIEW,
    (State.IN_REVIEW, Step.RELEASE): State.SUBMITTED,
    (State.IN_REVIEW, Step.ASK_ADJUSTMENT): State.ADJUSTMENT_REQUESTED,
    (State.IN_REVIEW, Step.APPROVE): State.IN_REVIEW,
    (State.IN_REVIEW, Step.ACCEPT): State.ACCEPTED,
    (State.IN_REVIEW, Step.ACCEPT_PART): State.PARTLY_ACCEPTED,
    (State.IN_REVIEW, Step.REJECT): State.REJECTED,
    (State.IN_REVIEW, Step.WITHDRAW): State.WITHDRAWN,
    (State.SUBMITTED, Step.RESEND): State.SUBMITTED,
    (State.IN_REVIEW, Step.RESEND): State.IN_REVIEW,
    (State.ADJUSTMENT_REQUESTED, Step.RESEND): State.IN_REVIEW,
    (State.ADJUSTMENT_REQUESTED, Step.TAKE): State.IN_REVIEW,
    (State.ADJUSTMENT_REQUESTED, Step.WITHDRAW): State.WITHDRAWN,
    **{(state, step): state for state in OPEN for step in (*AUTOMATIC, Step.SETTLE, Step.JOIN)},
    (State.SUBMITTED, Step.EMERGENCY): State.ACCEPTED,
    (State.IN_REVIEW, Step.EMERGENCY): State.ACCEPTED,
    (State.SUBMITTED, Step.TRUSTED): State.ACCEPTED,
    (State.ACCEPTED, Step.CHECK): State.ACCEPTED,
    (State.ACCEPTED, Step.UNDO): State.ACCEPTED,
}
"""Every step that can be taken; `SEND` begins a proposal and stands outside the table."""

WAITING = frozenset({State.SUBMITTED, State.IN_REVIEW})
"""The redactie has the next move."""
DECIDED = frozenset({State.ACCEPTED, State.PARTLY_ACCEPTED, State.REJECTED})

CAUSES = {Step.EMERGENCY: CheckCause.EMERGENCY, Step.TRUSTED: CheckCause.TRUSTED}
"""The steps that publish before a second redacteur has looked."""

WORDLESS = frozenset({ChangeKind.MOVE, ChangeKind.ARCHIVE})
"""What these kinds do to a page leaves its text as it is, so that no revision comes of it."""
UNDOABLE = frozenset({ChangeKind.EDIT, ChangeKind.TOPICS, ChangeKind.RESTORE})
"""Only what can be undone in one step may be published before a second person has looked."""

STEPS_OF_WRITERS = frozenset({Step.RESEND, Step.SETTLE, Step.JOIN, Step.WITHDRAW})
STEPS_WITH_REASON = frozenset(
    {Step.ASK_ADJUSTMENT, Step.APPROVE, Step.ACCEPT, Step.ACCEPT_PART, Step.REJECT, Step.EMERGENCY, Step.UNDO}
)
DECISIONS = STEPS_WITH_REASON - {Step.UNDO, Step.APPROVE, Step.ACCEPT_PART}
"""What is chosen on the form of a decision; taking over a part has a form of its own.

Who takes over where another must agree too, approves.
"""
AGREEMENTS = frozenset({Step.APPROVE, Step.ACCEPT, Step.ACCEPT_PART})
STEPS_ON_TEXT = frozenset({Step.APPROVE, Step.ACCEPT, Step.ACCEPT_PART, Step.EMERGENCY, Step.SETTLE})
"""What is only done by somebody who has seen the text as it is now, also when the program changed it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a person is to one proposal.

    `writer` is true for its authors, `edited` for a redacteur whose words are in any version of it, `trusted`
    for a writer whose small changes are published at once. `approved` says that this redacteur agreed already
    where another must too; `deciders` are the names of those whose decision it is, when it is not hers. With
    `awaits_check` it was published before a second redacteur had looked, and `published` says that this
    person did so.
    """

    writer: bool = False
    assignee: bool = False
    may_propose: bool = False
    may_decide: bool = False
    program: bool = False
    trusted: bool = False
    edited: bool = False
    approved: bool = False
    deciders: tuple[str, ...] = ()
    awaits_check: bool = False
    published: bool = False


PROGRAM = Relation(program=True)


def relation(actor: Actor, writer_ids: frozenset[int], assignee_id: int | None) -> Relation:
    """What this actor is to a proposal written by these people and looked at by that one."""
    return Relation(
        writer=actor.account_id in writer_ids,
        assignee=actor.signed_in and actor.account_id == assignee_id,
        may_propose=actor.may(Permission.PROPOSE),
        may_decide=actor.may(Permission.DECIDE),
    )


def check_actor(step: ProposalStep, who: Relation) -> None:
    """Refuse a step that is somebody else's to take: writers send and withdraw, others decide."""
    if step in AUTOMATIC:
        _must(who.program, "not_allowed")
    elif step in STEPS_OF_WRITERS:
        _must(who.writer and who.may_propose, "only_for_writers")
    elif step is Step.TRUSTED:
        _must(who.writer and who.trusted, "not_allowed")
    else:
        _must(who.may_decide, "only_for_redactie")
        _check_redacteur(step, who)


def _check_redacteur(step: ProposalStep, who: Relation) -> None:
    """Four eyes; but in an emergency one pair may do, and whoever checks afterwards has to be another."""
    if step in (Step.CHECK, Step.UNDO):
        _must(who.awaits_check, "nothing_to_check")
    if step is Step.CHECK:
        _must(not (who.writer or who.edited or who.published), "own_publication")
    elif step not in (Step.EMERGENCY, Step.UNDO):
        _must(not (who.writer or who.edited), "own_proposal")
    if step is Step.RELEASE:
        _must(who.assignee, "only_for_assignee")
    if step in AGREEMENTS and who.approved:
        raise Conflict("approved_already")
    if step in AGREEMENTS | {Step.REJECT} and who.deciders:
        raise Forbidden("only_named_decides", who=" en ".join(who.deciders))


def _must(allowed: bool, code: str) -> None:
    if not allowed:
        raise Forbidden(code)


def check_seen(step: ProposalStep, *, seen_event: int, last_event: int, since: Sequence[Step]) -> None:
    """Refuse a step by somebody who has not seen the newest row of the timeline.

    `since` are the steps behind the row that she saw. What the program did meanwhile stands in nobody's way,
    unless it changed the text that the step is about.
    """
    if seen_event == last_event:
        return
    people = [other for other in since if other not in AUTOMATIC]
    if people or not since:
        raise Conflict("proposal_moved_on", step=people[-1] if people else step)
    if step in STEPS_ON_TEXT and Step.REBASE in since:
        raise Conflict("page_moved_on_meanwhile")


def next_state(state: ProposalState, step: ProposalStep, who: Relation) -> ProposalState:
    """Where the proposal stands after the step; refuses what this person may not do, or nobody can now."""
    check_actor(step, who)
    after = AFTER.get((state, step))
    taken_already = step is Step.TAKE and state is State.IN_REVIEW and who.assignee
    if after is None or taken_already:
        raise Conflict("step_not_possible", state=state)
    return after


def check_reason(step: ProposalStep, reason: str, limit: int) -> None:
    """Refuse a decision without words, and words beyond the limit (in characters)."""
    if step in STEPS_WITH_REASON and not reason.strip():
        raise Invalid("decision_reason_missing", field="reason")
    if len(reason) > limit:
        raise Invalid("text_too_long", field="reason", limit=limit)


def possible_steps(state: ProposalState, who: Relation) -> frozenset[ProposalStep]:
    """The steps to offer this person now."""
    return frozenset(step for step in ProposalStep if _is_possible(state, step, who))


def _is_possible(state: ProposalState, step: ProposalStep, who: Relation) -> bool:
    try:
        next_state(state, step, who)
    except (Forbidden, Conflict):
        return False
    return True


def check_undoable(kinds: Iterable[ChangeKind]) -> None:
    """Refuse to publish at once what cannot be undone in one step."""
    if not set(kinds) <= UNDOABLE:
        raise Invalid("not_at_once", field="reason")


def check_sender(actor: Actor) -> None:
    """Refuse a proposal by somebody without the right to make one."""
    if not actor.may(Permission.PROPOSE):
        raise Forbidden("not_allowed")


def proposal_path(proposal_id: int) -> str:
    """The address of a proposal within the site."""
    return f"/voorstellen/{proposal_id}"


def proposal_number(path: str) -> int:
    """Which proposal an address made by `proposal_path` leads to."""
    return int(path.rpartition("/")[2])
