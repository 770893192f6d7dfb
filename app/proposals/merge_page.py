"""The page that shows a proposal merged with a page that moved on, to confirm or to settle."""

from flask import Response, make_response, render_template

from app.pages.comparing import Comparison, DifferenceView, Side, compare_sides
from app.pages.preparation import rendering_to_show
from app.proposals import publishing
from app.proposals.forms import TypedDecision
from app.proposals.publishing import Plan
from app.proposals.rebasing import Overlap, Settlement, settlements_for, words_without_place
from app.topics.queries import all_topics
from app.web.kept_forms import RESUMED_FIELD
from app.web.messages import message


def show(
    plan: Plan, typed: TypedDecision, *, errors: dict[str, str] | None = None, moved_again: bool = False
) -> Response:
    """What publishing would give, to be confirmed; 409 as long as something overlaps.

    With `moved_again`, or when the page is not the one on the earlier screen, it says so.
    """
    errors = dict(errors or {})
    resumed = errors.pop(RESUMED_FIELD, None)
    overlaps = plan.overlaps
    settled = settlements_for(overlaps, typed.settlements)
    was_settling = typed.current_id is not None
    if was_settling:
        errors = _unsettled(overlaps, settled) | errors
    page = render_template(
        "proposals/merge.html",
        plan=plan,
        typed=typed,
        overlaps=overlaps,
        settled=settled,
        lost_words=words_without_place(overlaps, typed.settlements),
        moved_again=moved_again or (was_settling and not plan.is_confirmed(typed.current_id)),
        nothing_left=_nothing_left(plan),
        comparison=_comparison(plan) if not overlaps else None,
        topic_names={topic.id: topic.name for topic in all_topics()},
        errors=errors,
        resumed=resumed,
    )
    return make_response(page, 409 if overlaps or moved_again else 422 if errors else 200)


def _unsettled(overlaps: tuple[Overlap, ...], settled: dict[str, Settlement]) -> dict[str, str]:
    return {
        f"keuze-{overlap.number}": message(
            "own_words_missing" if settled[overlap.key].choice else "overlap_not_settled"
        )
        for overlap in overlaps
        if settled[overlap.key].text(overlap) is None
    }


def _comparison(plan: Plan) -> Comparison | None:
    """From the page as it is now to the merged text; None when there is nothing left to publish."""
    if plan.current is None or _nothing_left(plan):
        return None
    merged = publishing.prepare_publication(plan, {}).prepared
    now = Side("Zo staat het nu", plan.current.content, rendering_to_show(plan.current).segments)
    then = Side("Zo wordt het", merged.content, merged.rendered.segments)
    return compare_sides(now, then, DifferenceView.INLINE)


def _nothing_left(plan: Plan) -> bool:
    return plan.current is not None and plan.content({}) == plan.current.content
