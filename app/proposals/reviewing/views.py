"""Advising on a proposal: a page with one form, which a script may open in place."""

from flask import Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.proposals import rules as proposal_rules
from app.proposals.blueprint import bp, proposal_at
from app.proposals.detail_queries import ProposalHead
from app.proposals.reviewing import rules, service
from app.proposals.reviewing.forms import FIELDS, TypedAdvice, read_advice
from app.proposals.reviewing.kinds import ReviewVerdict
from app.proposals.timeline import writer_ids
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message


@bp.get("/voorstellen/<int:proposal_id>/beoordelen")
@requires(Permission.PROPOSE)
def advise(proposal_id: int) -> ResponseReturnValue:
    """The form in which a colleague says what she thinks."""
    head = proposal_at(proposal_id)
    who = proposal_rules.relation(current_actor(), writer_ids(proposal_id), head.assignee_id)
    rules.check_adviser(head.state, who)
    return _form(head, TypedAdvice(head.version_id))


@bp.post("/voorstellen/<int:proposal_id>/beoordelen")
@requires(Permission.PROPOSE, restores=True)
def send_advice(proposal_id: int) -> ResponseReturnValue:
    """Say what one thinks, with words where they are needed."""
    head = proposal_at(proposal_id)
    reader = FormReader(request.form)
    typed = read_advice(reader)
    if not reader.ok or typed.verdict is None:
        return _form(head, typed, reader.errors)
    try:
        return _say(proposal_id, typed, typed.verdict)
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
        return _form(head, typed, reader.errors)
    except Conflict as error:
        return _form(head, typed, refused=message(error.code, **error.facts))


def _say(proposal_id: int, typed: TypedAdvice, verdict: ReviewVerdict) -> ResponseReturnValue:
    with unit_of_work():
        url = service.advise(current_actor(), typed.advice(proposal_id, verdict), key=typed.key)
    flash(message("advice_given"), "ok")
    return redirect(f"{url}#beoordelingen", 303)


def _form(
    head: ProposalHead,
    typed: TypedAdvice,
    errors: dict[str, str] | None = None,
    *,
    refused: str | None = None,
) -> Response:
    return form_page(
        "proposals/advise.html",
        errors,
        head=head,
        typed=typed,
        verdicts=rules.ADVICE,
        refused=refused,
        # What was typed stays; what it is about is what is shown now.
        version_id=head.version_id if refused else typed.version_id,
        back=url_for("proposals.show", proposal_id=head.id),
    )
