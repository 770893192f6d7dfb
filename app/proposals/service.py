"""What the redactie and the writers of a proposal do with it, beside sending it in and publishing it."""

from app.core.errors import Forbidden
from app.core.permissions import Actor
from app.core.submissions import answer, claim
from app.proposals.kinds import ProposalStep
from app.proposals.rules import proposal_path
from app.proposals.timeline import Move, has_taken, take_step


def take(actor: Actor, move: Move, *, key: str) -> str:
    """Say that this redacteur looks at it from now on, also when a colleague did before."""
    return _step(actor, ProposalStep.TAKE, move, key)


def release(actor: Actor, move: Move, *, key: str) -> str:
    """Lay it back in the queue."""
    return _step(actor, ProposalStep.RELEASE, move, key)


def ask_adjustment(actor: Actor, move: Move, *, key: str) -> str:
    """Ask the writers for other words, and say which."""
    return _step(actor, ProposalStep.ASK_ADJUSTMENT, move, key)


def reject(actor: Actor, move: Move, *, key: str) -> str:
    """Decide not to take it over, and say why."""
    return _step(actor, ProposalStep.REJECT, move, key)


def withdraw(actor: Actor, move: Move, *, key: str) -> str:
    """Take one's own proposal back; what was sent in stays readable."""
    return _step(actor, ProposalStep.WITHDRAW, move, key)


def _step(actor: Actor, step: ProposalStep, move: Move, key: str) -> str:
    """Take the step once for this key; returns the address of the proposal.

    A key that another step used up already counts for nothing: the timeline refuses what comes too late.
    """
    if actor.account_id is None:
        raise Forbidden("not_allowed")
    if (earlier := claim(key, actor.account_id)) and has_taken(actor, step, move):
        return earlier
    take_step(actor, step, move)
    url = proposal_path(move.proposal_id)
    answer(key, actor.account_id, url)
    return url
