"""Writing along on a proposal: a page to ask for it, and one to answer; a script may open both in place."""

from flask import Response, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.proposals.blueprint import bp, proposal_at
from app.proposals.detail_queries import ProposalHead
from app.proposals.joining import rules, service
from app.proposals.joining.forms import FIELDS, TypedWords, read_reply, read_request
from app.proposals.joining.kinds import JoinAnswer
from app.proposals.joining.queries import JoinRequest, requests_of
from app.proposals.joining.service import Reply
from app.proposals.kinds import ProposalStep
from app.proposals.timeline import Move, check_step, relation
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message


@bp.get("/voorstellen/<int:proposal_id>/meeschrijven")
@requires(Permission.PROPOSE)
def join(proposal_id: int) -> ResponseReturnValue:
    """The form in which a colleague says what she would add."""
    head, actor = proposal_at(proposal_id), current_actor()
    who = relation(actor, proposal_id, head.assignee_id)
    asked = any(one.account_id == actor.account_id for one in requests_of(proposal_id))
    rules.check_asker(head.state, who, has_asked=asked)
    return _form(head, TypedWords())


@bp.post("/voorstellen/<int:proposal_id>/meeschrijven")
@requires(Permission.PROPOSE, restores=True)
def send_join(proposal_id: int) -> ResponseReturnValue:
    """Ask the writers to let one write along."""
    head, reader = proposal_at(proposal_id), FormReader(request.form)
    typed = read_request(reader)
    try:
        if reader.ok:
            with unit_of_work():
                url = service.ask_to_join(current_actor(), proposal_id, typed.words, key=typed.key)
            return _done(url, "join_asked")
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    except Conflict as error:
        return _form(head, typed, refused=error)
    return _form(head, typed, reader.errors)


@bp.get("/voorstellen/<int:proposal_id>/meeschrijven/<int:account_id>")
@requires(Permission.PROPOSE)
def answer_join(proposal_id: int, account_id: int) -> ResponseReturnValue:
    """The form in which a writer answers."""
    head = proposal_at(proposal_id)
    check_step(current_actor(), ProposalStep.JOIN, _move(head, head.last_event))
    return _form(head, TypedWords(seen_event=head.last_event), asked=_asked_by(head, account_id))


@bp.post("/voorstellen/<int:proposal_id>/meeschrijven/<int:account_id>")
@requires(Permission.PROPOSE, restores=True)
def send_answer_join(proposal_id: int, account_id: int) -> ResponseReturnValue:
    """Let the colleague write along, or not."""
    head, reader = proposal_at(proposal_id), FormReader(request.form)
    asked, typed = _asked_by(head, account_id), read_reply(reader)
    try:
        if reader.ok and typed.answer:
            said = Reply(account_id=account_id, answer=typed.answer, words=typed.words)
            with unit_of_work():
                url = service.reply(current_actor(), _move(head, typed.seen_event), said, key=typed.key)
            return _done(url, "join_allowed" if typed.answer is JoinAnswer.YES else "join_refused")
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    except Conflict as error:
        return _form(head, typed, asked=asked, refused=error)
    return _form(head, typed, reader.errors, asked=asked)


def _asked_by(head: ProposalHead, account_id: int) -> JoinRequest:
    found = next((one for one in requests_of(head.id) if one.account_id == account_id), None)
    if found is None:
        abort(404)
    return found


def _move(head: ProposalHead, seen_event: int) -> Move:
    return Move(proposal_id=head.id, seen_event=seen_event)


def _done(url: str, code: str) -> ResponseReturnValue:
    flash(message(code), "ok")
    return redirect(f"{url}#meeschrijven", 303)


def _form(
    head: ProposalHead,
    typed: TypedWords,
    errors: dict[str, str] | None = None,
    *,
    asked: JoinRequest | None = None,
    refused: Conflict | None = None,
) -> Response:
    """Either form; with `asked` it is the one of who answers."""
    return form_page(
        "proposals/answer_join.html" if asked else "proposals/join.html",
        errors,
        head=head,
        typed=typed,
        asked=asked,
        refused=message(refused.code, **refused.facts) if refused else None,
        # What was typed stays; what it is about is the timeline as it is shown now.
        seen_event=head.last_event if refused else typed.seen_event,
        back=url_for("proposals.show", proposal_id=head.id),
    )
