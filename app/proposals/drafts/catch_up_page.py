"""The page that shows how the page of a draft moved on, and what bringing the draft up to it gives."""

from flask import Response, make_response, render_template, url_for

from app.pages.comparing import Comparison, DifferenceView, Side, compare_sides
from app.pages.preparation import renderings_to_show
from app.proposals.drafts.catching_up import CatchUp
from app.proposals.drafts.queries import DraftText
from app.proposals.merge_page import unsettled
from app.proposals.rebasing import Settlements, settlements_for, words_without_place
from app.topics.queries import all_topics
from app.web.kept_forms import RESUMED_FIELD


def show(
    draft: DraftText,
    plan: CatchUp,
    typed: Settlements,
    *,
    errors: dict[str, str] | None = None,
    moved_again: bool = False,
) -> Response:
    """The page; what was chosen and typed on it stands there again, and `errors` says what is missing."""
    sent = errors is not None
    part = plan.change.id if draft.is_over_several else None
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
        go_on=url_for("drafts.show", draft_id=draft.id, deel=part, verder="ja"),
        part=part,
    )
    return make_response(page, 422 if sent else 200)


def _what_changed(plan: CatchUp) -> Comparison:
    rendered = renderings_to_show([plan.base, plan.current])
    then, now = (
        Side(f"Versie {text.number}", text.content, rendered[text.id].segments)
        for text in (plan.base, plan.current)
    )
    return compare_sides(then, now, DifferenceView.INLINE)
