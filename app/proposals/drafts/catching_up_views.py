"""The page that shows how the page of a draft moved on, and brings the draft up to it."""

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.permissions import Permission
from app.pages.comparing import Comparison, DifferenceView, Side, compare_sides
from app.pages.preparation import renderings_to_show
from app.proposals.drafts import catching_up
from app.proposals.drafts.blueprint import bp, draft_at
from app.proposals.drafts.catching_up import CatchUp
from app.proposals.drafts.queries import DraftText
from app.proposals.forms import read_settlements
from app.proposals.merge_page import unsettled
from app.proposals.rebasing import Settlements, settlements_for, words_without_place
from app.topics.queries import all_topics
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.kept_forms import RESUMED_FIELD
from app.web.messages import message


@bp.get("/<int:draft_id>/bijwerken")
@requires(Permission.PROPOSE)
def catch_up(draft_id: int) -> ResponseReturnValue:
    """What changed on the page since the draft was begun."""
    draft = draft_at(draft_id)
    plan = catching_up.plan(draft.changes[0])
    return _show(draft, plan, {}) if plan else redirect(draft.url, 303)


@bp.post("/<int:draft_id>/bijwerken")
@requires(Permission.PROPOSE, restores=True)
def do_catch_up(draft_id: int) -> ResponseReturnValue:
    """Bring the draft up to the page, as settled; shows the page again while that cannot be done."""
    draft = draft_at(draft_id)
    plan = catching_up.plan(draft.changes[0])
    if plan is None:
        return redirect(draft.url, 303)
    reader = FormReader(request.form)
    typed = read_settlements(reader)
    settled = plan.settled(typed)
    moved_again = reader.identifier("basis") != plan.current.id
    if settled is None or moved_again or not reader.ok:
        return _show(draft, plan, typed, errors=reader.errors, moved_again=moved_again)
    seen = reader.identifier("versie") or 0
    with unit_of_work():
        catching_up.catch_up(current_actor(), draft.id, seen, (plan.change.id, settled))
    flash(message("draft_caught_up"), "ok")
    return redirect(draft.url, 303)


def _show(
    draft: DraftText,
    plan: CatchUp,
    typed: Settlements,
    *,
    errors: dict[str, str] | None = None,
    moved_again: bool = False,
) -> Response:
    """The page; what was chosen and typed on it stands there again, and `errors` says what is missing."""
    sent = errors is not None
    settled = settlements_for(plan.overlaps, typed)
    shown = {name: text for name, text in (errors or {}).items() if name != RESUMED_FIELD}
    page = render_template(
        "drafts/catch_up.html",
        draft=draft,
        plan=plan,
        overlaps=plan.overlaps,
        settled=settled,
        lost_words=words_without_place(plan.overlaps, typed),
        comparison=None if plan.base.hidden else _what_changed(plan),
        topic_names={topic.id: topic.name for topic in all_topics()},
        errors=unsettled(plan.overlaps, settled) | shown if sent else {},
        resumed=(errors or {}).get(RESUMED_FIELD),
        moved_again=moved_again and sent,
        go_on=url_for("drafts.show", draft_id=draft.id, verder="ja"),
    )
    return make_response(page, 422 if sent else 200)


def _what_changed(plan: CatchUp) -> Comparison:
    rendered = renderings_to_show([plan.base, plan.current])
    then, now = (
        Side(f"Versie {text.number}", text.content, rendered[text.id].segments)
        for text in (plan.base, plan.current)
    )
    return compare_sides(then, now, DifferenceView.INLINE)
