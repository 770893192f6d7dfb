"""Who prepares a conversation: asking, answering, giving back; and the pool of those who can be asked."""

from typing import Any

from flask import Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.conversations.blueprint import bp
from app.conversations.facilitating import forms, service
from app.conversations.facilitating.forms import FIELDS, TypedAvailability
from app.conversations.facilitating.kinds import AskedAnswer
from app.conversations.facilitating.queries import count_offered, offered, offered_for
from app.conversations.facilitating.rules import POOL_PARTS, Wanted
from app.conversations.kinds import ConversationPart
from app.conversations.queries import edited_conversation, members_of
from app.core.clock import local, today
from app.core.db import unit_of_work
from app.core.errors import Invalid
from app.core.permissions import Permission
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.paging import paging

POOL_AT_ONCE = 50
POOL_BESIDE = 20


@bp.get("/gesprekken/<int:number>/wie")
@requires(Permission.CONVERSE)
def people(number: int) -> ResponseReturnValue:
    """Who has a part, and the form to ask somebody."""
    return _people(number)


@bp.post("/gesprekken/<int:number>/wie")
@requires(Permission.CONVERSE, restores=True)
def ask(number: int) -> ResponseReturnValue:
    """Ask somebody for a part."""
    reader = FormReader(request.form)
    part, account_id = reader.choice("deel", ConversationPart), reader.identifier("account")
    who = reader.line("wie", required=account_id is None)
    try:
        if reader.ok and part:
            with unit_of_work():
                service.ask(current_actor(), number, Wanted(part=part, account_id=account_id, who=who))
            return _back(number, "part_asked")
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    return _people(number, errors=reader.errors, part=part, who=who)


@bp.post("/gesprekken/<int:number>/wie/antwoord")
@requires(Permission.CONVERSE)
def reply(number: int) -> ResponseReturnValue:
    """Say yes or no to a part."""
    reader = FormReader(request.form)
    part, said = reader.choice("deel", ConversationPart), reader.choice("antwoord", AskedAnswer)
    if part is None or said is None:
        return _back(number, "unknown_choice", kind="error")
    with unit_of_work():
        service.reply(current_actor(), number, part, said)
    return _back(number, "part_accepted" if said is AskedAnswer.YES else "part_declined")


@bp.post("/gesprekken/<int:number>/wie/weg")
@requires(Permission.CONVERSE)
def take_away(number: int) -> ResponseReturnValue:
    """Take a part away, or give back one's own."""
    reader = FormReader(request.form)
    part, account_id = reader.choice("deel", ConversationPart), reader.identifier("account", required=True)
    if part is None or account_id is None:
        return _back(number, "unknown_choice", kind="error")
    with unit_of_work():
        service.take_away(current_actor(), service.Seat(number=number, part=part, account_id=account_id))
    return _back(number, "part_taken_away")


@bp.get("/begeleiders")
@requires(Permission.READ_CONVERSATIONS)
def pool() -> ResponseReturnValue:
    """Who can facilitate or report, and when."""
    return _pool(TypedAvailability())


@bp.post("/begeleiders")
@requires(Permission.CONVERSE, restores=True)
def offer() -> ResponseReturnValue:
    """Say when one can."""
    reader = FormReader(request.form)
    typed = forms.read_availability(reader)
    try:
        if reader.ok:
            with unit_of_work():
                service.offer(current_actor(), typed.wish(), key=typed.key)
            flash(message("availability_kept"), "ok")
            return redirect(url_for("conversations.pool"), 303)
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    return _pool(typed, reader.errors)


@bp.post("/begeleiders/<int:availability_id>/weg")
@requires(Permission.CONVERSE)
def withdraw_offer(availability_id: int) -> ResponseReturnValue:
    """Take one's own period away."""
    with unit_of_work():
        service.withdraw_offer(current_actor(), availability_id)
    flash(message("availability_gone"), "ok")
    return redirect(url_for("conversations.pool"), 303)


def _people(number: int, errors: dict[str, str] | None = None, **typed: Any) -> Response:
    conversation, members = edited_conversation(number, current_actor()), members_of(number)
    asked = frozenset(member.account_id for member in members)
    return form_page(
        "conversations/people.html",
        errors,
        conversation=conversation,
        members=members,
        pool=offered_for(local(conversation.starts_at).date(), but_not=asked, limit=POOL_BESIDE),
        parts=list(ConversationPart),
        typed=typed,
    )


def _pool(typed: TypedAvailability, errors: dict[str, str] | None = None) -> Response:
    place = paging(count_offered(today()), POOL_AT_ONCE)
    return form_page(
        "conversations/pool.html",
        errors,
        pool=offered(today(), limit=place.limit, offset=place.offset),
        paging=place,
        parts=POOL_PARTS,
        typed=typed,
    )


def _back(number: int, code: str, *, kind: str = "ok") -> ResponseReturnValue:
    flash(message(code), kind)
    return redirect(url_for("conversations.show", number=number, _anchor="wie"), 303)
