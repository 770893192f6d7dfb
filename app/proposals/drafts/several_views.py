"""Drafts over several pages: adding a page, taking one out, and adjusting a whole proposal."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Invalid
from app.core.permissions import Permission
from app.proposals.blueprint import proposal_at
from app.proposals.drafts import adding_page, several, throwing_away
from app.proposals.drafts.blueprint import bp, draft_at
from app.proposals.sending import Motivation
from app.proposals.texts import change_texts
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.settings import current_settings


@bp.get("/<int:draft_id>/erbij")
@requires(Permission.PROPOSE)
def choose_page(draft_id: int) -> ResponseReturnValue:
    """Which page, and what to ask of it."""
    return adding_page.show(draft_at(draft_id), FormReader(request.args))


@bp.post("/<int:draft_id>/erbij")
@requires(Permission.PROPOSE)
def add_page(draft_id: int) -> ResponseReturnValue:
    """Put the page in the draft and go on with it; or look for pages."""
    draft, reader = draft_at(draft_id), FormReader(request.form)
    wish = adding_page.read_wish(reader)
    if wish is None or not reader.ok:
        return adding_page.show(draft, reader)
    try:
        change = several.begin_change(wish.page_id, wish.kind)
        with unit_of_work():
            change_id = several.add_page(current_actor(), draft.id, wish.seen_version, change)
    except Invalid as error:
        reader.fail("pagina", error.code, **error.facts)
        return adding_page.show(draft, reader)
    return redirect(url_for("drafts.show", draft_id=draft.id, deel=change_id), 303)


@bp.post("/<int:draft_id>/weghalen")
@requires(Permission.PROPOSE)
def take_out(draft_id: int) -> ResponseReturnValue:
    """Take one page out of a draft, after its overview asked whether that was meant."""
    reader = FormReader(request.form)
    seen, change_id = reader.identifier("versie") or 0, reader.identifier("deel") or 0
    with unit_of_work():
        throwing_away.take_out(current_actor(), draft_id, seen, change_id)
    flash(message("page_taken_out"), "ok")
    return redirect(url_for("drafts.show", draft_id=draft_id), 303)


@bp.post("/van-voorstel/<int:proposal_id>")
@requires(Permission.PROPOSE)
def adjust_whole(proposal_id: int) -> ResponseReturnValue:
    """Make a draft of every page of a proposal, to be sent in again."""
    changes = change_texts(proposal_at(proposal_id).version_id)
    first = changes[0]
    why = Motivation(change_note=first.change_note, reason=first.reason, minor=first.minor)
    most = current_settings().max_drafts
    with unit_of_work():
        saved = several.draft_of_proposal(current_actor(), proposal_id, changes, why, most=most)
    return redirect(saved.url, 303)
