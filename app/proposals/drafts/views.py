"""One's own drafts: the list, going on with one, saving while typing, and throwing away."""

from flask import abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.clock import now
from app.core.db import unit_of_work
from app.core.errors import DomainError, Invalid
from app.core.permissions import Permission
from app.core.submissions import earlier_answer
from app.proposals import change_form
from app.proposals.drafts import (
    catching_up_views,
    keeping,
    screens,
    several_page,
    several_views,
    throwing_away,
)
from app.proposals.drafts.blueprint import PART, bp, draft_at, part_of
from app.proposals.drafts.queries import drafts_of, own_draft, thrown_away_by
from app.proposals.drafts.rules import draft_key
from app.proposals.typed import read_change
from app.web.dates import clock_time
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.settings import current_settings

__all__ = ["bp", "catching_up_views", "several_views"]

ONE_GOES_ON = "verder"


@bp.get("")
@requires(Permission.PROPOSE)
def index() -> ResponseReturnValue:
    """What this person began and did not send in yet."""
    account_id = current_actor().account_id or 0
    return render_template(
        "drafts/index.html",
        drafts=drafts_of(account_id),
        thrown_away=thrown_away_by(account_id, now()),
        most=current_settings().max_drafts,
    )


@bp.get("/<int:draft_id>")
@requires(Permission.PROPOSE)
def show(draft_id: int) -> ResponseReturnValue:
    """Go on with a draft; when its page moved on, first see how."""
    draft = own_draft(current_actor().account_id, draft_id)
    if draft is None:
        return _where_it_went(draft_id)
    if draft.is_over_several and PART not in request.args:
        return several_page.show(draft, keeping.why_from(draft))
    change = part_of(draft)
    if change.moved_on and (change.began_on_hidden or ONE_GOES_ON not in request.args):
        return redirect(url_for("drafts.catch_up", draft_id=draft.id, deel=request.args.get(PART)), 303)
    typed = keeping.typed_from(draft, change)
    return change_form.show(screens.draft_screen(draft.id, typed), typed)


def _where_it_went(draft_id: int) -> ResponseReturnValue:
    """Somebody who goes back in her browser, to a draft that she sent in or threw away meanwhile."""
    account_id = current_actor().account_id or 0
    if sent := earlier_answer(draft_key(draft_id), account_id):
        flash(message("draft_sent"), "info")
        return redirect(sent, 303)
    if draft_id not in {row.id for row in thrown_away_by(account_id, now())}:
        abort(404)
    flash(message("draft_in_bin"), "info")
    return redirect(url_for("drafts.index"), 303)


@bp.post("/<int:draft_id>")
@requires(Permission.PROPOSE, restores=True)
def send(draft_id: int) -> ResponseReturnValue:
    """Send a draft in, preview or save it; also one that was thrown away elsewhere: the form has the text."""
    typed = read_change(FormReader(request.form), saves_itself=True)
    if typed.why_alone:
        return several_page.answer(draft_at(draft_id))
    return change_form.answer(screens.draft_screen(draft_id, typed))


@bp.post("/bewaren")
@requires(Permission.PROPOSE)
def save() -> ResponseReturnValue:
    """Save what is being typed; the answer is for the script of the form."""
    reader = FormReader(request.form)
    typed = read_change(reader, saves_itself=True)
    if not reader.ok:
        return jsonify(fout=next(iter(reader.errors.values()))), 422
    try:
        saved = keeping.keep(typed)
    except DomainError as error:
        return jsonify(fout=message(error.code, **error.facts)), error.status
    part = saved.change_id if typed.draft.change_id else None
    return jsonify(
        velden={
            "concept": saved.draft_id,
            "versie": saved.version,
            "deel": part,
            "sleutel": draft_key(saved.draft_id),
        },
        adres=url_for("drafts.show", draft_id=saved.draft_id, deel=part),
        tijd=clock_time(saved.at),
        melding=message(saved.news) if saved.news else None,
    )


@bp.post("/<int:draft_id>/weggooien")
@requires(Permission.PROPOSE)
def throw_away(draft_id: int) -> ResponseReturnValue:
    """Throw a draft away, after the list asked whether that was meant."""
    with unit_of_work():
        throwing_away.throw_away(current_actor(), draft_id)
    flash(message("draft_thrown_away"), "ok")
    return redirect(url_for("drafts.index"), 303)


@bp.post("/<int:draft_id>/terughalen")
@requires(Permission.PROPOSE)
def bring_back(draft_id: int) -> ResponseReturnValue:
    """Have back what one threw away, and go on with it."""
    try:
        with unit_of_work():
            url = throwing_away.bring_back(current_actor(), draft_id, most=current_settings().max_drafts)
    except Invalid as error:
        flash(message(error.code, **error.facts), "warning")
        return redirect(url_for("drafts.index"), 303)
    flash(message("draft_brought_back"), "ok")
    return redirect(url, 303)
