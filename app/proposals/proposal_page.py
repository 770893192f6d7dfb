"""One proposal on the screen: what it changes, why, how it came here, and what this person can do with it."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, make_response, render_template, request, url_for

from app.core.submissions import new_key
from app.pages.comparing import DifferenceView
from app.proposals import rules
from app.proposals.blueprint import proposal_at
from app.proposals.change_queries import chapter_titles, published_as
from app.proposals.detail_queries import (
    TimelineRow,
    VersionRow,
    timeline,
    usual_decision_days,
    versions,
)
from app.proposals.forms import TypedDecision
from app.proposals.hidden import is_hidden
from app.proposals.kinds import ProposalStep
from app.proposals.merging.queries import SettledPlace, clashes_with, settled_places
from app.proposals.presence.rules import proposal_subject
from app.proposals.presence.screens import others_seen
from app.proposals.reviewing.queries import reviews_of
from app.proposals.reviewing.rules import may_advise
from app.proposals.shown_changes import WHOLE, links_to_mend, shown_changes
from app.proposals.texts import change_texts
from app.proposals.timeline import relation
from app.topics.queries import all_topics
from app.web.guards import current_actor
from app.web.kept_forms import RESUMED_FIELD
from app.web.labels import label

NEXT_VERSION = frozenset({ProposalStep.RESEND, ProposalStep.REBASE, ProposalStep.SETTLE})


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
    if is_hidden(proposal_id):
        return make_response(render_template("proposals/hidden.html", head=head), status)
    errors = dict(errors or {})
    resumed = errors.pop(RESUMED_FIELD, None)
    sent = versions(proposal_id)
    version = _asked_version(sent)
    view = _asked_view()
    changes = shown_changes(change_texts(version.id), view)
    places = settled_places(proposal_id)
    who = relation(current_actor(), proposal_id, head.assignee_id)
    page = render_template(
        "proposals/proposal.html",
        head=head,
        version=version,
        versions=sent,
        changes=changes,
        view=view,
        has_comparison=any(change.base and not change.wordless for change in changes),
        chapters=chapter_titles(),
        topic_names={topic.id: topic.name for topic in all_topics()},
        events=[_event(row, proposal_id, places) for row in timeline(proposal_id)],
        clash=clashes_with(head.version_id) if head.state in rules.OPEN else None,
        broken=links_to_mend(changes) if _is_mended_by(who) and head.state in rules.OPEN else (),
        moved_on=any(change.moved_on for change in changes),
        standing=f"open-{head.state}" if head.state in rules.OPEN else "closed",
        new_key=new_key,
        published=published_as(proposal_id),
        who=who,
        steps=rules.possible_steps(head.state, who),
        reviews=reviews_of(proposal_id),
        viewers=[one.name for one in others_seen([proposal_subject(proposal_id)])],
        may_advise=may_advise(head.state, who),
        days=usual_decision_days(),
        typed=typed,
        errors=errors,
        resumed=resumed,
        refused=refused,
    )
    return make_response(page, 422 if errors else status)


def _is_mended_by(who: rules.Relation) -> bool:
    return who.may_decide or who.writer


def _event(
    row: TimelineRow, proposal_id: int, places: Mapping[int, Sequence[SettledPlace]]
) -> dict[str, Any]:
    """A step as the timeline shows it."""
    sends_again = row.step in NEXT_VERSION
    address = url_for("proposals.show", proposal_id=proposal_id, versie=row.version_number)
    return {
        "label": label(row.step).capitalize(),
        "at": row.at,
        "who": row.who,
        "reason": row.reason,
        "url": address if sends_again else None,
        "url_label": f"versie {row.version_number}",
        "places": places.get(row.id, ()),
    }


def _asked_version(sent: tuple[VersionRow, ...]) -> VersionRow:
    """The version in the address, else the newest."""
    number = request.args.get("versie", type=int)
    return next((version for version in sent if version.number == number), sent[-1])


def _asked_view() -> str:
    asked = request.args.get("weergave", "")
    return WHOLE if asked == WHOLE else DifferenceView.asked(asked)
