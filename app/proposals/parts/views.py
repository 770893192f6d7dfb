"""Taking over a part of a proposal, and sending the rest in again."""

from flask import flash, make_response, redirect, request
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Permission
from app.pages.care.queries import protection_of
from app.pages.care.rules import check_may_propose
from app.proposals import change_form, merge_page
from app.proposals.blueprint import bp, page_at, proposal_at
from app.proposals.change_queries import pages_now
from app.proposals.detail_queries import ProposalHead
from app.proposals.forms import FIELDS
from app.proposals.kinds import ProposalStep
from app.proposals.parts import screens, service
from app.proposals.parts.forms import PartAction, TypedPart, read_part
from app.proposals.parts.plans import Cuts, PartPlan, check_edits, cut_proposal, cut_version, plan_part
from app.proposals.parts.rest import left_over
from app.proposals.publishing import has_approved, has_decided, prepare_publication
from app.proposals.rules import proposal_path
from app.proposals.sending_views import edit_screen, new_page_screen
from app.proposals.timeline import Move, check_step, relation
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message

DONE = {ProposalStep.ACCEPT: "proposal_accepted", ProposalStep.ACCEPT_PART: "proposal_partly_accepted"}


@bp.get("/voorstellen/<int:proposal_id>/deel")
@requires(Permission.DECIDE)
def choose_part(proposal_id: int) -> ResponseReturnValue:
    """Every change of the proposal, each with a tick."""
    head = proposal_at(proposal_id)
    cuts = cut_proposal(current_actor(), Move(proposal_id=proposal_id, seen_event=head.last_event))
    return screens.choose(head, cuts, screens.everything(head, cuts))


@bp.post("/voorstellen/<int:proposal_id>/deel")
@requires(Permission.DECIDE, restores=True)
def take_part(proposal_id: int) -> ResponseReturnValue:
    """Publish what was ticked, or show the result to be edited first."""
    head = proposal_at(proposal_id)
    cuts = cut_version(head.version_id)
    reader = FormReader(request.form)
    typed = read_part(reader, proposal_id, cuts)
    try:
        check_step(current_actor(), ProposalStep.ACCEPT_PART, typed.decision.move)
        return _go_on(head, cuts, typed, reader)
    except (Conflict, Forbidden) as error:
        return _too_late(head, cuts, typed, error)


@bp.get("/voorstellen/<int:proposal_id>/rest")
@requires(Permission.PROPOSE)
def send_rest(proposal_id: int) -> ResponseReturnValue:
    """The usual form of a proposal, filled with what was left of this one."""
    head = proposal_at(proposal_id)
    if not relation(current_actor(), proposal_id, head.assignee_id).writer:
        raise Forbidden("only_for_writers")
    rest = left_over(proposal_id, head.version_id, request.args.get("pagina", 1, type=int))
    flash(message("rest_filled_in"), "info")
    if rest.page_id is None:
        return change_form.show(new_page_screen(), rest.typed)
    page = page_at(pages_now([rest.page_id])[rest.page_id].slug)
    check_may_propose(current_actor(), protection_of(page.id))
    return change_form.show(edit_screen(page, rest.typed), rest.typed)


def _go_on(head: ProposalHead, cuts: Cuts, typed: TypedPart, reader: FormReader) -> ResponseReturnValue:
    """One step further, or the same screen again when something has to be mended first."""
    part = None
    try:
        part = plan_part(cuts, typed.wish, typed.decision.settlements)
        if reader.ok and typed.action is PartAction.TAKE:
            check_edits(part)
            return _publish(part, typed)
        if reader.ok and not part.plan.overlaps:
            return screens.edit(head, part, typed, with_preview=typed.action is PartAction.PREVIEW)
    except Invalid as error:
        _refuse(reader, typed, error)
    return _again(head, cuts, part, typed=typed, errors=reader.errors)


def _publish(part: PartPlan, typed: TypedPart) -> ResponseReturnValue:
    """Publish when the redacteur has seen the pages as they are now, else show what that would give."""
    decision = typed.decision
    if not (part.plan.is_confirmed(decision.current_ids) and part.plan.is_settled(decision.settlements)):
        return merge_page.show(part.plan, decision, onward=screens.onward(typed))
    accepted = prepare_publication(part.plan, decision.settlements)
    with unit_of_work():
        url = service.take_part(current_actor(), decision.move, part, accepted, key=decision.key)
    approved = has_approved(current_actor(), decision.move)
    flash(message("approval_given" if approved else DONE[part.step]), "ok")
    return make_response(redirect(url, 303))


def _again(
    head: ProposalHead, cuts: Cuts, part: PartPlan | None, *, typed: TypedPart, errors: dict[str, str]
) -> ResponseReturnValue:
    """The screen that was sent: the merged text, the text that was edited, or the ticks."""
    if part is not None:
        if typed.wish.edits and not part.plan.overlaps:
            return screens.edit(head, part, typed, errors)
        if typed.decision.current_ids or part.plan.overlaps:
            return merge_page.show(part.plan, typed.decision, errors=errors, onward=screens.onward(typed))
    return screens.choose(head, cuts, typed, errors)


def _too_late(
    head: ProposalHead, cuts: Cuts, typed: TypedPart, error: Conflict | Forbidden
) -> ResponseReturnValue:
    """Somebody was first, or this same form was sent twice; what was typed stays on the screen."""
    actor, move = current_actor(), typed.decision.move
    if any(has_decided(actor, step, move) for step in DONE):
        return redirect(proposal_path(head.id), 303)
    if isinstance(error, Forbidden):
        raise error
    if error.code == "page_moved_on":
        plan = plan_part(cuts, typed.wish, typed.decision.settlements).plan
        return merge_page.show(plan, typed.decision, moved_again=True, onward=screens.onward(typed))
    return screens.choose(head, cuts, typed, refused=message(error.code, **error.facts))


def _refuse(reader: FormReader, typed: TypedPart, error: Invalid) -> None:
    """Note at its own field what was refused; a text that was edited has a field for each page."""
    name = FIELDS.get(error.field, error.field)
    position = next(iter(typed.wish.edits), None)
    edited = position is not None and error.field in ("title", "lead", "body")
    reader.fail(f"{name}-{position}" if edited else name, error.code, **error.facts)
