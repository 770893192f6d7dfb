"""One proposal on the screen: what it changes, why, how it came here, and what this person can do with it."""

from enum import StrEnum

from flask import Response, make_response, render_template, request
from markupsafe import Markup

from app.pages.texts import revision_text
from app.proposals import rules
from app.proposals.blueprint import proposal_at
from app.proposals.detail_queries import (
    ProposalHead,
    VersionRow,
    proposed_rendering,
    published_as,
    timeline,
    usual_decision_days,
    versions,
)
from app.proposals.forms import TypedDecision
from app.proposals.texts import change_text
from app.proposals.timeline import writer_ids
from app.topics.queries import all_topics
from app.web.guards import current_actor
from app.web.kept_forms import RESUMED_FIELD


class Shown(StrEnum):
    """How the change is shown."""

    INLINE = "doorlopend"
    BESIDE = "naast-elkaar"
    SOURCE = "brontekst"
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
    version = _asked_version(head, sent)
    change = change_text(version.id)
    base = revision_text(change.base_revision_id) if change.base_revision_id else None
    who = rules.relation(current_actor(), writer_ids(proposal_id), head.assignee_id)
    page = render_template(
        "proposals/proposal.html",
        head=head,
        version=version,
        versions=sent,
        change=change,
        base=base,
        shown=_shown(is_new=base is None),
        rendered=proposed_rendering(change.id),
        timeline=timeline(proposal_id),
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


def _asked_version(head: ProposalHead, sent: tuple[VersionRow, ...]) -> VersionRow:
    """The version in the address, else the newest."""
    number = request.args.get("versie", type=int)
    return next((version for version in sent if version.number == number), sent[-1])


def _shown(*, is_new: bool) -> Shown:
    asked = request.args.get("weergave", "")
    if is_new or asked not in set(Shown):
        return Shown.WHOLE if is_new else Shown.INLINE
    return Shown(asked)
