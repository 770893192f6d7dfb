"""A writer settles where her proposal clashes with its page."""

from flask import flash, make_response, redirect, request
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Conflict
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.proposals import merge_page
from app.proposals.blueprint import bp, proposal_at
from app.proposals.forms import TypedDecision, read_settling
from app.proposals.kinds import ProposalStep
from app.proposals.merging import service
from app.proposals.plans import plan_step
from app.proposals.proposal_page import proposal_page
from app.proposals.rules import proposal_path
from app.proposals.timeline import Move, has_taken
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message


@bp.get("/voorstellen/<int:proposal_id>/botsing")
@requires(Permission.PROPOSE)
def settle(proposal_id: int) -> ResponseReturnValue:
    """Every place at which the page and the proposal went apart, to be chosen on one by one."""
    head = proposal_at(proposal_id)
    move = Move(proposal_id=proposal_id, seen_event=head.last_event)
    plan = plan_step(current_actor(), ProposalStep.SETTLE, move)
    if not plan.overlaps:
        return redirect(proposal_path(proposal_id), 303)
    return merge_page.show(plan, TypedDecision(move, new_key()), settling=True)


@bp.post("/voorstellen/<int:proposal_id>/botsing")
@requires(Permission.PROPOSE, restores=True)
def send_settled(proposal_id: int) -> ResponseReturnValue:
    """Send in what was chosen as the next version of the proposal."""
    reader = FormReader(request.form)
    typed = read_settling(reader, proposal_id)
    try:
        return _settle(typed, reader)
    except Conflict as error:
        return _too_late(typed, error)


def _settle(typed: TypedDecision, reader: FormReader) -> ResponseReturnValue:
    actor = current_actor()
    plan = plan_step(actor, ProposalStep.SETTLE, typed.move)
    complete = plan.is_confirmed(typed.current_ids) and plan.is_settled(typed.settlements)
    if not (reader.ok and complete):
        return merge_page.show(plan, typed, errors=reader.errors, settling=True)
    changes = service.prepare_changes(plan, typed.settlements)
    with unit_of_work():
        url = service.settle(actor, typed.move, plan, typed.settlements, changes=changes, key=typed.key)
    flash(message("clash_settled"), "ok")
    return make_response(redirect(url, 303))


def _too_late(typed: TypedDecision, error: Conflict) -> ResponseReturnValue:
    """Somebody was first, or this same form was sent twice; what was typed stays on the screen."""
    if has_taken(current_actor(), ProposalStep.SETTLE, typed.move):
        return redirect(proposal_path(typed.move.proposal_id), 303)
    sentence = message(error.code, **error.facts)
    return proposal_page(typed.move.proposal_id, typed, refused=sentence, status=409)
