"""Dilemmas: choosing in private first, then seeing what others chose."""

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.building_blocks.queries import ShownBlock, blocks_by_id
from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.core.voting import voter_key
from app.threads.blueprint import bp
from app.threads.dilemmas import forms, service
from app.threads.dilemmas.forms import FIELDS, TypedChoice
from app.threads.dilemmas.queries import (
    ShownDilemma,
    choice_of,
    chosen_among,
    dilemma_at,
    dilemmas,
    reasons_of,
    spread_of,
)
from app.threads.dilemmas.rules import may_see_others
from app.threads.dilemmas.service import Ways
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.naming import CONFIRMED, check_names, findings_in
from app.web.settings import current_settings


@bp.get("/dilemmas")
@requires(Permission.READ_CONVERSATIONS)
def all_dilemmas() -> ResponseReturnValue:
    """Those that can be chosen about, and those that are closed."""
    found = dilemmas()
    chosen = chosen_among({dilemma.number: _voter_key(dilemma.number) for dilemma in found})
    return render_template("threads/dilemmas.html", dilemmas=found, chosen=chosen)


@bp.get("/dilemmas/<int:number>")
@requires(Permission.READ_CONVERSATIONS)
def dilemma(number: int) -> ResponseReturnValue:
    """One of them: the choice, and after it what others chose."""
    mine = choice_of(number, _voter_key(number))
    typed = TypedChoice(mine.side, mine.reason) if mine else TypedChoice()
    return _dilemma(_dilemma_at(number), typed, {})


@bp.post("/dilemmas/<int:number>")
@requires(Permission.CONVERSE, restores=True)
def choose(number: int) -> ResponseReturnValue:
    """Choose, or choose otherwise."""
    found, reader = _dilemma_at(number), FormReader(request.form)
    typed = forms.read_choice(reader)
    check_names(reader, {"reden": typed.reason}, confirmed=typed.confirmed)
    try:
        if reader.ok and typed.side:
            with unit_of_work():
                service.choose(
                    current_actor(), number, typed.side, reason=typed.reason, voter_key=_voter_key(number)
                )
            return _done(found.url, "dilemma_chosen")
    except Conflict as error:
        return _dilemma(_dilemma_at(number), typed, {}, refused=error)
    return _dilemma(found, typed, reader.errors)


@bp.get("/dilemmas/<int:number>/openen")
@requires(Permission.CURATE)
def opening(number: int) -> ResponseReturnValue:
    """The form that names the two ways out."""
    return _opening(_block_at(number), Ways(first="", second=""))


@bp.post("/dilemmas/<int:number>/openen")
@requires(Permission.CURATE, restores=True)
def send_opening(number: int) -> ResponseReturnValue:
    """Let everybody choose."""
    block, reader = _block_at(number), FormReader(request.form)
    ways = forms.read_ways(reader)
    check_names(reader, {"eerste": ways.first, "tweede": ways.second}, confirmed=reader.flag(CONFIRMED))
    try:
        if reader.ok:
            with unit_of_work():
                service.open_dilemma(current_actor(), number, ways)
            return _done(url_for("threads.dilemma", number=number), "dilemma_opened")
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    except Conflict as error:
        return _opening(block, ways, refused=error)
    return _opening(block, ways, reader.errors)


@bp.post("/dilemmas/<int:number>/sluiten")
@requires(Permission.CURATE)
def close(number: int) -> ResponseReturnValue:
    """End the choosing, or begin it again."""
    back = FormReader(request.form).flag("terug")
    with unit_of_work():
        service.close_dilemma(current_actor(), number, back=back)
    code = "dilemma_reopened" if back else "dilemma_ended"
    return _done(url_for("threads.dilemma", number=number), code)


def _voter_key(number: int) -> str:
    """What stands for this visitor at a dilemma."""
    secret = current_settings().secret_key
    return voter_key(secret, f"dilemma:{number}", current_actor().account_id or 0)


def _dilemma_at(number: int) -> ShownDilemma:
    return dilemma_at(number) or abort(404)


def _block_at(number: int) -> ShownBlock:
    return blocks_by_id([number]).get(number) or abort(404)


def _done(url: str, code: str) -> ResponseReturnValue:
    flash(message(code), "ok")
    return redirect(url, 303)


def _dilemma(
    found: ShownDilemma, typed: TypedChoice, errors: dict[str, str], refused: Conflict | None = None
) -> Response:
    mine = choice_of(found.number, _voter_key(found.number))
    may_choose = current_actor().may(Permission.CONVERSE)
    shown = may_see_others(chose=mine is not None, closed=found.closed_at is not None, may_choose=may_choose)
    spread = spread_of(found.number) if shown else None
    return form_page(
        "threads/dilemma.html",
        errors,
        dilemma=found,
        typed=typed,
        findings=findings_in([typed.reason]) if errors else (),
        refused=message(refused.code) if refused else None,
        mine=mine,
        spread=spread,
        reasons=reasons_of(found.number) if spread and spread.shown else [],
    )


def _opening(
    block: ShownBlock, ways: Ways, errors: dict[str, str] | None = None, *, refused: Conflict | None = None
) -> Response:
    sentence = message(refused.code) if refused else None
    findings = findings_in((ways.first, ways.second)) if errors else ()
    return form_page(
        "threads/open_dilemma.html", errors, block=block, ways=ways, findings=findings, refused=sentence
    )
