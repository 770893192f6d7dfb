"""Looking at how the page of a draft moved on, and bringing the draft up to it."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.permissions import Permission
from app.proposals.drafts import catch_up_page, catching_up
from app.proposals.drafts.blueprint import PART, bp, draft_at, part_of
from app.proposals.drafts.queries import DraftText
from app.proposals.forms import read_settlements
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message


@bp.get("/<int:draft_id>/bijwerken")
@requires(Permission.PROPOSE)
def catch_up(draft_id: int) -> ResponseReturnValue:
    """What changed on the page since the draft was begun."""
    draft = draft_at(draft_id)
    plan = catching_up.plan(part_of(draft))
    return catch_up_page.show(draft, plan, {}) if plan else redirect(_form_of(draft), 303)


@bp.post("/<int:draft_id>/bijwerken")
@requires(Permission.PROPOSE, restores=True)
def do_catch_up(draft_id: int) -> ResponseReturnValue:
    """Bring the draft up to the page, as settled; shows the page again while that cannot be done."""
    draft = draft_at(draft_id)
    plan = catching_up.plan(part_of(draft))
    if plan is None:
        return redirect(_form_of(draft), 303)
    reader = FormReader(request.form)
    typed = read_settlements(reader)
    moved_again = reader.identifier("basis") != plan.current.id
    if plan.settled(typed) is None or moved_again or not reader.ok:
        return catch_up_page.show(draft, plan, typed, errors=reader.errors, moved_again=moved_again)
    seen = reader.identifier("versie") or 0
    with unit_of_work():
        catching_up.catch_up(current_actor(), draft.id, seen, plan=plan, typed=typed)
    flash(message("draft_caught_up"), "ok")
    return redirect(_form_of(draft), 303)


def _form_of(draft: DraftText) -> str:
    return url_for("drafts.show", draft_id=draft.id, deel=request.values.get(PART))
