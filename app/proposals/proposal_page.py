"""One proposal on the screen: what it changes, why, how it came here, and what this person can do with it."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from flask import Response, make_response, render_template, request, url_for

from app.core.permissions import Permission
from app.core.submissions import new_key
from app.discussions.margins import ProposalTalk, sort_talk
from app.discussions.queries import discussions_of
from app.pages.comparing import DifferenceView
from app.proposals import rules
from app.proposals.blueprint import proposal_at
from app.proposals.change_queries import chapter_titles, published_as
from app.proposals.detail_queries import (
    ProposalHead,
    TimelineRow,
    VersionRow,
    timeline,
    usual_decision_days,
    versions,
)
from app.proposals.forms import TypedDecision
from app.proposals.hidden import is_hidden
from app.proposals.joining.queries import JoinRequest, requests_of
from app.proposals.joining.rules import may_ask
from app.proposals.kinds import ProposalStep
from app.proposals.merging.queries import SettledPlace, clashes_with, settled_places
from app.proposals.named_blocks import proposed_blocks
from app.proposals.parts.queries import PartChoice, choices_of
from app.proposals.presence.rules import proposal_subject
from app.proposals.presence.screens import others_seen
from app.proposals.reviewing.deciding import deciding_on
from app.proposals.reviewing.queries import reviews_of
from app.proposals.reviewing.rules import may_advise
from app.proposals.shown_changes import WHOLE, ShownChange, links_to_mend, read_changes, write_change
from app.proposals.texts import change_texts
from app.proposals.timeline import relation, writer_ids
from app.topics.queries import all_topics
from app.web.guards import current_actor
from app.web.kept_forms import RESUMED_FIELD
from app.web.labels import label

ANSWERS = rules.DECISIONS | {ProposalStep.ACCEPT_PART}
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
    changes = read_changes(change_texts(version.id))
    who = relation(current_actor(), proposal_id, head.assignee_id)
    page = render_template(
        "proposals/proposal.html",
        head=head,
        version=version,
        versions=sent,
        who=who,
        new_key=new_key,
        typed=typed,
        errors=errors,
        resumed=resumed,
        refused=refused,
        **_text(head, version, changes),
        **_standing(head, changes, who),
        **_said(head, who),
    )
    return make_response(page, 422 if errors else status)


def _text(head: ProposalHead, version: VersionRow, changes: Sequence[ShownChange]) -> dict[str, Any]:
    """What it changes, in the view that was asked for, with what is said beside it."""
    view = _asked_view()
    talk = _talk(head.id, version, changes)
    return {
        "changes": [write_change(shown, view, talk.changes[shown.change.id].margin) for shown in changes],
        "talk": talk,
        "blocks": proposed_blocks(changes),
        "view": view,
        "has_comparison": any(change.base and not change.wordless for change in changes),
        "chapters": chapter_titles(),
        "topic_names": {topic.id: topic.name for topic in all_topics()},
    }


def _standing(head: ProposalHead, changes: Sequence[ShownChange], who: rules.Relation) -> dict[str, Any]:
    """Where it stands, and what this person can do now."""
    is_open = head.state in rules.OPEN
    return {
        "clash": clashes_with(head.version_id) if is_open else None,
        "broken": links_to_mend(changes) if is_open and _is_mended_by(who) else (),
        "moved_on": any(change.moved_on for change in changes),
        "standing": f"open-{head.state}" if is_open else "closed",
        "published": published_as(head.id),
        "steps": rules.possible_steps(head.state, who),
        "deciding": deciding_on(head.id, writer_ids(head.id)) if is_open else None,
        "days": usual_decision_days(),
    }


def _said(head: ProposalHead, who: rules.Relation) -> dict[str, Any]:
    """What happened to it, what people think of it, and who looks at it now."""
    places, choices = settled_places(head.id, current_actor().account_id), choices_of(head.id)
    requests, rows = requests_of(head.id), timeline(head.id)
    return {
        "events": [_event(row, head.id, places, choices) for row in rows],
        "answer": _answer(head, rows),
        "left": _left(choices),
        "reviews": reviews_of(head.id),
        "may_advise": may_advise(head.state, who),
        "requests": requests,
        "may_ask": may_ask(head.state, who, has_asked=_has_asked(requests)),
        "viewers": [one.name for one in others_seen([proposal_subject(head.id)])],
    }


def _answer(head: ProposalHead, rows: Sequence[TimelineRow]) -> TimelineRow | None:
    """How the redactie brought the proposal where it stands; None while it has not answered."""
    answers = [row for row in rows if row.step in ANSWERS and row.state == head.state]
    return answers[-1] if answers else None


def _is_mended_by(who: rules.Relation) -> bool:
    return who.may_decide or who.writer


def _has_asked(requests: Sequence[JoinRequest]) -> bool:
    return any(one.account_id == current_actor().account_id for one in requests)


def _left(choices: Mapping[int, Sequence[PartChoice]]) -> dict[int, list[PartChoice]]:
    """What was not taken over, by the number of the page."""
    found = sorted((one for chosen in choices.values() for one in chosen), key=lambda one: one.page)
    left = [one for one in found if not one.taken]
    return {page: list(group) for page, group in groupby(left, key=lambda one: one.page)}


def _talk(proposal_id: int, version: VersionRow, changes: Sequence[ShownChange]) -> ProposalTalk:
    """What was said up to this version, beside the text of it."""
    rows = [row for row in discussions_of(proposal_id) if row.version_number <= version.number]
    may_comment = current_actor().may(Permission.COMMENT)
    return sort_talk(rows, changes, proposal_id=proposal_id, may_comment=may_comment)


def _event(
    row: TimelineRow,
    proposal_id: int,
    places: Mapping[int, Sequence[SettledPlace]],
    choices: Mapping[int, Sequence[PartChoice]],
) -> dict[str, Any]:
    """A step as the timeline shows it."""
    sends_again = row.step in NEXT_VERSION
    address = url_for("proposals.show", proposal_id=proposal_id, versie=row.version_number)
    return {
        "label": f"{row.joined} schrijft mee" if row.joined else label(row.step).capitalize(),
        "at": row.at,
        "who": row.who,
        "reason": row.reason,
        "url": address if sends_again else None,
        "url_label": f"versie {row.version_number}",
        "places": places.get(row.id, ()),
        "choices": choices.get(row.id, ()),
    }


def _asked_version(sent: tuple[VersionRow, ...]) -> VersionRow:
    """The version in the address, else the newest."""
    number = request.args.get("versie", type=int)
    return next((version for version in sent if version.number == number), sent[-1])


def _asked_view() -> str:
    asked = request.args.get("weergave", "")
    return WHOLE if asked == WHOLE else DifferenceView.asked(asked)
