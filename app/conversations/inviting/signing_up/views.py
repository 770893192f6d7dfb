"""The page on which colleagues take a seat at a conversation, or give it up."""

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.conversations.blueprint import bp
from app.conversations.inviting.signing_up import rules, service
from app.conversations.inviting.signing_up.forms import SignUpStep, TypedSignUp, read_sign_up
from app.conversations.inviting.signing_up.queries import signed_up, turnout
from app.conversations.kinds import SignUpState, WorkKind
from app.conversations.queries import conversation_at, may_edit, members_of, units_of
from app.core.clock import now
from app.core.db import unit_of_work
from app.core.errors import Conflict
from app.core.permissions import Permission
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message

JOINED = {SignUpState.SEATED: "seat_taken", SignUpState.WAITING: "on_waiting_list", None: "withdrawn"}


@bp.get("/gesprekken/<int:number>/aanmelden")
@requires(Permission.CONVERSE)
def sign_up(number: int) -> ResponseReturnValue:
    """How many seats there are, and the form to take one."""
    return _page(number, TypedSignUp())


@bp.post("/gesprekken/<int:number>/aanmelden")
@requires(Permission.CONVERSE)
def send_sign_up(number: int) -> ResponseReturnValue:
    """Take a place or give it up."""
    reader = FormReader(request.form)
    typed = read_sign_up(reader)
    if not reader.ok:
        return _page(number, typed, reader.errors)
    try:
        code = _act(number, typed)
    except Conflict as error:
        return _page(number, typed, refused=message(error.code, **error.facts))
    flash(message(code), "ok")
    return redirect(url_for("conversations.sign_up", number=number), 303)


def _act(number: int, typed: TypedSignUp) -> str:
    with unit_of_work():
        if typed.step is SignUpStep.JOIN and typed.work_kind:
            return JOINED[service.sign_up(current_actor(), number, typed.work_kind, key=typed.key)]
        service.withdraw(current_actor(), number, key=typed.key)
    return "withdrawn"


def _page(
    number: int, typed: TypedSignUp, errors: dict[str, str] | None = None, *, refused: str | None = None
) -> Response:
    conversation, actor = conversation_at(number), current_actor()
    counted = turnout(number, conversation.seats, actor.account_id)
    members = members_of(number)
    sees_names = may_edit(number, actor)
    page = render_template(
        "conversations/inviting/sign_up.html",
        conversation=conversation,
        is_open=rules.is_open(
            conversation.status, public=conversation.public, starts_at=conversation.starts_at, at=now()
        ),
        has_part=any(m.account_id == actor.account_id and m.answer == "accepted" for m in members),
        hosts=[member.name for member in members if member.part == "host"],
        turnout=counted,
        missing=counted.missing_work(unit.work_kind for unit in units_of(number)),
        work_kinds=tuple(WorkKind),
        people=signed_up(number) if sees_names else None,
        typed=typed,
        errors=errors or {},
        refused=refused,
    )
    return make_response(page, 409 if refused else 422 if errors else 200)
