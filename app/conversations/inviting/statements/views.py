"""Statements: the list, making one, and a page for each to answer on and then see what others think."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.conversations.blueprint import bp
from app.conversations.inviting.statements import queries, rules, service
from app.conversations.inviting.statements.forms import (
    FIELDS,
    TypedAnswer,
    TypedStatement,
    read_answer,
    read_statement,
)
from app.conversations.inviting.statements.service import NewAnswer, NewStatement
from app.conversations.kinds import Opinion
from app.conversations.queries import conversation_at
from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.core.voting import voter_key
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.naming import check_names, findings_in
from app.web.paging import paging
from app.web.settings import current_settings

AT_ONCE = 20


@bp.get("/stellingen")
@requires(Permission.READ_CONVERSATIONS)
def statements() -> ResponseReturnValue:
    """Every statement, first those that can be answered."""
    place = paging(queries.count_statements(), AT_ONCE)
    rows = queries.statements(limit=place.limit, offset=place.offset)
    return render_template("conversations/inviting/statements.html", statements=rows, paging=place)


@bp.get("/stellingen/nieuw")
@requires(Permission.CONVERSE)
def new_statement() -> ResponseReturnValue:
    """The form; the address may say for which conversation, and begin the text."""
    reader = FormReader(request.args)
    conversation = reader.identifier("gesprek")
    return _new(TypedStatement(reader.line("tekst"), conversation))


@bp.post("/stellingen/nieuw")
@requires(Permission.CONVERSE, restores=True)
def send_statement() -> ResponseReturnValue:
    """Put a statement up."""
    reader = FormReader(request.form)
    typed = read_statement(reader)
    check_names(reader, {"tekst": typed.text}, confirmed=typed.confirmed)
    try:
        if reader.ok:
            new = NewStatement(text=typed.text, conversation_id=typed.conversation)
            with unit_of_work():
                url = service.make_statement(current_actor(), new, key=typed.key)
            flash(message("statement_made"), "ok")
            return redirect(url, 303)
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    return _new(typed, reader.errors)


@bp.get("/stellingen/<int:number>")
@requires(Permission.READ_CONVERSATIONS)
def statement(number: int) -> ResponseReturnValue:
    """A statement, one's own answer, and what others think once one has answered."""
    mine = queries.answer_of(number, _voter(number))
    return _statement(number, TypedAnswer(mine.opinion, mine.reason) if mine else TypedAnswer())


@bp.post("/stellingen/<int:number>")
@requires(Permission.CONVERSE, restores=True)
def send_answer(number: int) -> ResponseReturnValue:
    """Say what one thinks."""
    reader = FormReader(request.form)
    typed = read_answer(reader)
    check_names(reader, {"reden": typed.reason}, confirmed=typed.confirmed)
    try:
        if reader.ok and typed.opinion:
            given = NewAnswer(
                statement_id=number, voter=_voter(number), opinion=typed.opinion, reason=typed.reason
            )
            with unit_of_work():
                service.give_answer(current_actor(), given)
            flash(message("answer_given"), "ok")
            return redirect(url_for("conversations.statement", number=number), 303)
    except Conflict as error:
        return _statement(number, typed, refused=message(error.code, **error.facts))
    return _statement(number, typed, reader.errors)


@bp.post("/stellingen/<int:number>/sluiten")
@requires(Permission.CONVERSE)
def close_statement(number: int) -> ResponseReturnValue:
    """Take no more answers."""
    with unit_of_work():
        service.close_statement(current_actor(), number)
    flash(message("statement_is_closed"), "ok")
    return redirect(url_for("conversations.statement", number=number), 303)


def _voter(number: int) -> str:
    return voter_key(current_settings().secret_key, f"stelling:{number}", current_actor().account_id or 0)


def _new(typed: TypedStatement, errors: dict[str, str] | None = None) -> Response:
    conversation = conversation_at(typed.conversation) if typed.conversation else None
    return form_page(
        "conversations/inviting/new_statement.html",
        errors,
        typed=typed,
        conversation=conversation,
        findings=findings_in([typed.text]) if errors else (),
    )


def _statement(
    number: int, typed: TypedAnswer, errors: dict[str, str] | None = None, *, refused: str | None = None
) -> Response:
    shown, actor = queries.statement_at(number), current_actor()
    mine = queries.answer_of(number, _voter(number))
    seen = rules.may_see_spread(answered=mine is not None, closed=shown.closed)
    spread = queries.spread_of(number) if seen else None
    return form_page(
        "conversations/inviting/statement.html",
        errors,
        refused=refused,
        statement=shown,
        typed=typed,
        mine=mine,
        findings=findings_in([typed.reason]) if errors else (),
        spread=spread,
        reasons=queries.reasons_of(number) if spread and spread.shown else (),
        opinions=tuple(Opinion),
        may_close=rules.may_close(actor, made_by_id=shown.made_by_id, closed=shown.closed),
    )
