"""The page that shows a proposal merged with pages that moved on, to confirm or to settle."""

from dataclasses import dataclass

from flask import Response, make_response, render_template

from app.pages.comparing import Comparison, DifferenceView, Side, compare_sides
from app.pages.link_check import BrokenLink, LinkedText, broken_links_of
from app.pages.preparation import prepare_text, rendering_to_show
from app.proposals.forms import TypedDecision
from app.proposals.plans import ChangePlan, Plan
from app.proposals.rebasing import Overlap, Settlement, settlements_for, words_without_place
from app.proposals.reviewing.deciding import is_joint
from app.proposals.rules import WORDLESS
from app.topics.queries import all_topics
from app.web.kept_forms import RESUMED_FIELD
from app.web.messages import message


@dataclass(frozen=True, slots=True)
class Onward:
    """Where the form goes when it is not that of a plain decision, and the fields that go along."""

    url: str
    fields: tuple[tuple[str, str], ...]


def show(
    plan: Plan,
    typed: TypedDecision,
    *,
    errors: dict[str, str] | None = None,
    moved_again: bool = False,
    settling: bool = False,
    onward: Onward | None = None,
) -> Response:
    """What publishing would give, to be confirmed; 409 as long as something overlaps.

    With `moved_again`, or when a page is not the one on the earlier screen, it says so. With `settling` it is
    a writer who brings her proposal up to the page, and nothing is published; with `onward` it is a part of
    the proposal.
    """
    errors = dict(errors or {})
    resumed = errors.pop(RESUMED_FIELD, None)
    overlaps = plan.overlaps
    settled = settlements_for(overlaps, typed.settlements)
    was_settling = bool(typed.current_ids)
    if was_settling:
        errors = unsettled(overlaps, settled) | errors
    page = render_template(
        "proposals/merge.html",
        plan=plan,
        typed=typed,
        overlaps=overlaps,
        settled=settled,
        lost_words=words_without_place(overlaps, typed.settlements),
        moved_again=moved_again or (was_settling and not plan.is_confirmed(typed.current_ids)),
        nothing_left=all(_nothing_left(change) for change in plan.changes),
        comparisons=[] if overlaps else _comparisons(plan),
        broken=() if overlaps else _broken(plan),
        topic_names={topic.id: topic.name for topic in all_topics()},
        errors=errors,
        resumed=resumed,
        settling=settling,
        onward=onward,
        joint=is_joint(typed.move.proposal_id),
    )
    asked = settling and not was_settling
    clash = bool(overlaps) and not asked
    return make_response(page, 409 if clash or moved_again else 422 if errors else 200)


def unsettled(overlaps: tuple[Overlap, ...], settled: dict[str, Settlement]) -> dict[str, str]:
    """What to say at each place where nothing was chosen, or where the own words are missing."""
    return {
        f"keuze-{overlap.number}": message(
            "own_words_missing" if settled[overlap.key].choice else "overlap_not_settled"
        )
        for overlap in overlaps
        if settled[overlap.key].text(overlap) is None
    }


def _comparisons(plan: Plan) -> list[tuple[str, Comparison]]:
    """Per page that gets another text: from what it says now to the merged text."""
    compared = ((change, _comparison(change)) for change in plan.changes)
    return [(change.change.content.title, found) for change, found in compared if found]


def _comparison(plan: ChangePlan) -> Comparison | None:
    content = plan.content({})
    if plan.current is None or content is None or plan.leaves_page_alone(content):
        return None
    merged = prepare_text(content, plan.current)
    now = Side("Zo staat het nu", plan.current.content, rendering_to_show(plan.current).segments)
    then = Side("Zo wordt het", merged.content, merged.rendered.segments)
    return compare_sides(now, then, DifferenceView.INLINE)


def _broken(plan: Plan) -> tuple[BrokenLink, ...]:
    """The links of the merged texts that would lead nowhere."""
    contents = ((change.change.page_id, change.content({})) for change in plan.changes)
    texts = [LinkedText(text.body, text.title, page_id) for page_id, text in contents if text]
    return tuple(link for links in broken_links_of(texts) for link in links)


def _nothing_left(plan: ChangePlan) -> bool:
    return plan.change.kind not in WORDLESS and plan.leaves_page_alone(plan.content({}))
