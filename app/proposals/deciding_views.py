"""The steps of the redactie and the writers with a proposal that was sent in."""

from flask import flash, make_response, redirect, request
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Permission
from app.proposals import merge_page, publishing, service
from app.proposals.blueprint import bp
from app.proposals.forms import TypedDecision, read_decision, read_step, refuse
from app.proposals.kinds import ProposalStep
from app.proposals.proposal_page import proposal_page
from app.proposals.rules import proposal_path
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message

VERBS = {
    ProposalStep.TAKE: (service.take, "proposal_taken"),
    ProposalStep.RELEASE: (service.release, "proposal_released"),
    ProposalStep.WITHDRAW: (service.withdraw, "proposal_withdrawn"),
    ProposalStep.ASK_ADJUSTMENT: (service.ask_adjustment, "adjustment_asked"),
    ProposalStep.REJECT: (service.reject, "proposal_rejected"),
}
PUBLISHED = {ProposalStep.ACCEPT: "proposal_accepted", ProposalStep.EMERGENCY: "published_at_once"}
"""The steps that publish, and what is said then."""


@bp.post("/voorstellen/<int:proposal_id>/behandelen")
@requires(Permission.DECIDE)
def take(proposal_id: int) -> ResponseReturnValue:
    """Say that one looks at it."""
    return _answer_step(proposal_id, ProposalStep.TAKE)


@bp.post("/voorstellen/<int:proposal_id>/terugleggen")
@requires(Permission.DECIDE)
def release(proposal_id: int) -> ResponseReturnValue:
    """Lay it back in the queue."""
    return _answer_step(proposal_id, ProposalStep.RELEASE)


@bp.post("/voorstellen/<int:proposal_id>/intrekken")
@requires(Permission.PROPOSE, restores=True)
def withdraw(proposal_id: int) -> ResponseReturnValue:
    """Take one's own proposal back."""
    return _answer_step(proposal_id, ProposalStep.WITHDRAW)


@bp.post("/voorstellen/<int:proposal_id>/besluit")
@requires(Permission.DECIDE, restores=True)
def decide(proposal_id: int) -> ResponseReturnValue:
    """Take over, ask for an adjustment or reject: whichever button was pressed."""
    reader = FormReader(request.form)
    typed = read_decision(reader, proposal_id)
    if not reader.ok or typed.step is None:
        return _again(typed, reader.errors)
    try:
        return _accept(typed, typed.step) if typed.step in PUBLISHED else _take_step(typed, typed.step)
    except Invalid as error:
        refuse(reader, error)
        return _again(typed, reader.errors)
    except (Conflict, Forbidden) as error:
        return _too_late(typed, typed.step, error)


def _answer_step(proposal_id: int, step: ProposalStep) -> ResponseReturnValue:
    reader = FormReader(request.form)
    typed = read_step(reader, proposal_id)
    if not reader.ok:
        return proposal_page(proposal_id, typed, errors=reader.errors)
    try:
        return _take_step(typed, step)
    except Conflict as error:
        return _too_late(typed, step, error)


def _take_step(typed: TypedDecision, step: ProposalStep) -> ResponseReturnValue:
    verb, done = VERBS[step]
    with unit_of_work():
        url = verb(current_actor(), typed.move, key=typed.key)
    return _done(url, done)


def _accept(typed: TypedDecision, step: ProposalStep) -> ResponseReturnValue:
    """Publish when the redacteur has seen the page as it is now, else show what that would give."""
    actor = current_actor()
    plan = publishing.plan_acceptance(actor, typed.move, step)
    if not (plan.is_confirmed(typed.current_ids) and plan.is_settled(typed.settlements)):
        return merge_page.show(plan, typed)
    accepted = publishing.prepare_publication(plan, typed.settlements)
    with unit_of_work():
        url = publishing.accept(actor, typed.move, accepted, key=typed.key, step=step)
    approved = publishing.has_approved(actor, typed.move)
    return _done(url, "approval_given" if approved else PUBLISHED[step])


def _again(typed: TypedDecision, errors: dict[str, str]) -> ResponseReturnValue:
    """The form that was sent, with what has to be mended: the merged text, or the proposal itself."""
    if not typed.current_ids:
        return proposal_page(typed.move.proposal_id, typed, errors=errors)
    plan = publishing.plan_acceptance(current_actor(), typed.move, typed.step or ProposalStep.ACCEPT)
    return merge_page.show(plan, typed, errors=errors)


def _too_late(typed: TypedDecision, step: ProposalStep, error: Conflict | Forbidden) -> ResponseReturnValue:
    """Somebody was first. When that was this same form, sent twice: the answer it got.

    What a redacteur wrote while she agreed makes her a writer, so that the second time is forbidden to her.
    """
    actor = current_actor()
    if publishing.has_decided(actor, step, typed.move):
        return redirect(proposal_path(typed.move.proposal_id), 303)
    if isinstance(error, Forbidden):
        raise error
    if error.code == "page_moved_on":
        return merge_page.show(publishing.plan_acceptance(actor, typed.move, step), typed, moved_again=True)
    sentence = message(error.code, **error.facts)
    return proposal_page(typed.move.proposal_id, typed, refused=sentence, status=409)


def _done(url: str, code: str) -> ResponseReturnValue:
    flash(message(code), "ok")
    return make_response(redirect(url, 303))
