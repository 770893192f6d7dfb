"""One proposal on the screen: what it changes, why, how it came here, and what this person can do with it."""

from typing import Any

from flask import Response, make_response, render_template, request, url_for
from markupsafe import Markup

from app.core.submissions import new_key
from app.pages.comparing import Comparison, DifferenceView, Side, compare_sides
from app.pages.preparation import rendering_to_show
from app.pages.texts import RevisionText, revision_text
from app.proposals import rules
from app.proposals.blueprint import proposal_at
from app.proposals.detail_queries import (
    ProposedRendering,
    TimelineRow,
    VersionRow,
    proposed_rendering,
    published_as,
    timeline,
    usual_decision_days,
    versions,
)
from app.proposals.forms import TypedDecision
from app.proposals.kinds import ProposalStep
from app.proposals.texts import ChangeText, change_text
from app.proposals.timeline import writer_ids
from app.topics.queries import all_topics
from app.web.guards import current_actor
from app.web.kept_forms import RESUMED_FIELD
from app.web.labels import label

WHOLE = "hele-tekst"


def proposal_page(
    proposal_id: int,
    typed: TypedDecision | None = None,
    *,
    errors: dict[str, str] | None = None,
    refused: str | None = None,
    status: int = 200,
) -> Response:
    """The page of a proposal; after an error with what was typed, and with the sentence that says why."""
    head = proposal_at(proposal_id)
    errors = dict(errors or {})
    resumed = errors.pop(RESUMED_FIELD, None)
    sent = versions(proposal_id)
    version = _asked_version(sent)
    change = change_text(version.id)
    base = revision_text(change.base_revision_id) if change.base_revision_id else None
    rendered = proposed_rendering(change.id)
    shown = _shown(is_new=base is None)
    who = rules.relation(current_actor(), writer_ids(proposal_id), head.assignee_id)
    page = render_template(
        "proposals/proposal.html",
        head=head,
        version=version,
        versions=sent,
        change=change,
        base=base,
        shown=shown,
        comparison=_comparison(base, change, rendered, shown) if base else None,
        change_size=rendered.change_size,
        # Made by the renderer, whose last step is the sanitiser.
        whole=Markup(rendered.rendered.html),  # noqa: S704
        topic_names={topic.id: topic.name for topic in all_topics()},
        events=[_event(row, proposal_id) for row in timeline(proposal_id)],
        moved_on=base is not None and head.current_revision_id != base.id,
        standing=f"open-{head.state}" if head.state in rules.OPEN else "closed",
        new_key=new_key,
        published=published_as(proposal_id),
        who=who,
        steps=rules.possible_steps(head.state, who),
        days=usual_decision_days(),
        typed=typed,
        errors=errors,
        resumed=resumed,
        refused=refused,
    )
    return make_response(page, 422 if errors else status)


def _event(row: TimelineRow, proposal_id: int) -> dict[str, Any]:
    """A step as the timeline shows it."""
    sends_again = row.step is ProposalStep.RESEND
    address = url_for("proposals.show", proposal_id=proposal_id, versie=row.version_number)
    return {
        "label": label(row.step).capitalize(),
        "at": row.at,
        "who": row.who,
        "reason": row.reason,
        "url": address if sends_again else None,
        "url_label": f"versie {row.version_number}",
    }


def _asked_version(sent: tuple[VersionRow, ...]) -> VersionRow:
    """The version in the address, else the newest."""
    number = request.args.get("versie", type=int)
    return next((version for version in sent if version.number == number), sent[-1])


def _shown(*, is_new: bool) -> str:
    """How the change is shown; a new page has nothing to compare with."""
    asked = request.args.get("weergave", "")
    return WHOLE if is_new or asked == WHOLE else DifferenceView.asked(asked)


def _comparison(
    base: RevisionText, change: ChangeText, proposed: ProposedRendering, shown: str
) -> Comparison | None:
    if shown == WHOLE:
        return None
    before = Side(f"Versie {base.number}", base.content, rendering_to_show(base).segments)
    after = Side("Het voorstel", change.content, proposed.rendered.segments)
    return compare_sides(before, after, DifferenceView(shown))
