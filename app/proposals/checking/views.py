"""Looking afterwards at what was published at once."""

from flask import flash, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.pages.checking.queries import CheckCounts
from app.proposals.blueprint import bp
from app.proposals.checking import service
from app.proposals.checking.queries import open_checks
from app.proposals.forms import TypedDecision, read_step, refuse
from app.proposals.kinds import ProposalStep
from app.proposals.proposal_page import proposal_page
from app.proposals.rules import proposal_path
from app.proposals.timeline import has_taken
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.navigation import REDACTIE, waiting_at
from app.web.paging import paging

CHECKS_AT_ONCE = 50


@bp.get("/redactie/achteraf")
@requires(Permission.DECIDE)
def checks() -> ResponseReturnValue:
    """Everything that was published at once and waits for a second redacteur."""
    counts = CheckCounts.of(waiting_at(REDACTIE))
    place = paging(counts.waiting, CHECKS_AT_ONCE)
    rows = open_checks(place.limit, place.offset)
    return render_template("proposals/checks.html", checks=rows, counts=counts, paging=place)


@bp.post("/voorstellen/<int:proposal_id>/nagekeken")
@requires(Permission.DECIDE)
def approve_afterwards(proposal_id: int) -> ResponseReturnValue:
    """Say that what was published at once is good."""
    reader = FormReader(request.form)
    typed = read_step(reader, proposal_id)
    return _answer(typed, reader, ProposalStep.CHECK)


@bp.post("/voorstellen/<int:proposal_id>/ongedaan")
@requires(Permission.DECIDE, restores=True)
def undo(proposal_id: int) -> ResponseReturnValue:
    """Publish the pages without what was published at once."""
    reader = FormReader(request.form)
    typed = read_step(reader, proposal_id)
    return _answer(typed, reader, ProposalStep.UNDO)


def _answer(typed: TypedDecision, reader: FormReader, step: ProposalStep) -> ResponseReturnValue:
    proposal_id = typed.move.proposal_id
    try:
        if reader.ok:
            return _look(typed, step)
    except Invalid as error:
        refuse(reader, error)
    except Conflict as error:
        if has_taken(current_actor(), step, typed.move):
            return redirect(proposal_path(proposal_id), 303)
        sentence = message(error.code, **error.facts)
        return proposal_page(proposal_id, typed, refused=sentence, status=409)
    return proposal_page(proposal_id, typed, errors=reader.errors)


def _look(typed: TypedDecision, step: ProposalStep) -> ResponseReturnValue:
    actor = current_actor()
    if step is ProposalStep.CHECK:
        with unit_of_work():
            url = service.approve_afterwards(actor, typed.move, key=typed.key)
        flash(message("publication_checked"), "ok")
        return make_response(redirect(url, 303))
    undoings = service.prepare_undoing(actor, typed.move)
    with unit_of_work():
        url = service.undo(actor, typed.move, undoings, key=typed.key)
    flash(message("publication_undone"), "ok")
    return make_response(redirect(url, 303))
