"""Talking about a proposal: a page for what begins a discussion and one for each that was opened.

Each has one form, which a script may open in place on the page of the proposal.
"""

from flask import Blueprint, Response, abort, flash, make_response, redirect, request
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.discussions import service
from app.discussions.forms import FIELDS, TypedComment, read_opening, read_turn
from app.discussions.kinds import DiscussionStep
from app.discussions.places import Place, read_place
from app.discussions.queries import discussion, proposal_title
from app.discussions.spots import spot_at
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message

bp = Blueprint("discussions", __name__)
DONE = {
    DiscussionStep.REPLY: "comment_placed",
    DiscussionStep.SETTLE: "discussion_is_settled",
    DiscussionStep.REOPEN: "discussion_is_reopened",
}


@bp.get("/voorstellen/<int:proposal_id>/reageer")
@requires(Permission.COMMENT)
def begin(proposal_id: int) -> ResponseReturnValue:
    """The form for a first comment on the place in the address."""
    place = request.args.get("plek", "")
    return _opening(proposal_id, TypedComment(place=place))


@bp.post("/voorstellen/<int:proposal_id>/reageer")
@requires(Permission.COMMENT, restores=True)
def open_discussion(proposal_id: int) -> ResponseReturnValue:
    """Begin a discussion."""
    reader = FormReader(request.form)
    typed = read_opening(reader)
    if not reader.ok:
        return _opening(proposal_id, typed, reader.errors)
    spot = spot_at(proposal_id, _place(typed.place))
    try:
        with unit_of_work():
            url = service.open_discussion(current_actor(), proposal_id, spot, typed.body, key=typed.key)
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
        return _opening(proposal_id, typed, reader.errors)
    except Conflict as error:
        return _opening(proposal_id, typed, refused=message(error.code, **error.facts))
    return _done(url, "comment_placed")


@bp.get("/overleg/<int:discussion_id>")
@requires(Permission.READ_NAMES)
def show(discussion_id: int) -> ResponseReturnValue:
    """One discussion, with the form for a turn in it."""
    return _discussion(discussion_id, TypedComment())


@bp.post("/overleg/<int:discussion_id>")
@requires(Permission.COMMENT, restores=True)
def respond(discussion_id: int) -> ResponseReturnValue:
    """Reply, settle or reopen: whichever button was pressed."""
    reader = FormReader(request.form)
    typed = read_turn(reader)
    if not reader.ok or typed.step is None:
        return _discussion(discussion_id, typed, reader.errors)
    turn = service.Turn(discussion_id=discussion_id, step=typed.step, body=typed.body, seen=typed.seen)
    try:
        with unit_of_work():
            url = service.respond(current_actor(), turn, key=typed.key)
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
        return _discussion(discussion_id, typed, reader.errors)
    except Conflict as error:
        return _discussion(discussion_id, typed, refused=message(error.code, **error.facts))
    return _done(url, DONE[typed.step])


def _place(word: str) -> Place:
    place = read_place(word)
    if place is None:
        abort(404)
    return place


def _opening(
    proposal_id: int,
    typed: TypedComment,
    errors: dict[str, str] | None = None,
    *,
    refused: str | None = None,
) -> Response:
    title = _title(proposal_id)
    spot = spot_at(proposal_id, _place(typed.place))
    facts = {"proposal_id": proposal_id, "title": title, "spot": spot}
    return form_page("discussions/opening.html", errors, refused=refused, typed=typed, **facts)


def _discussion(
    discussion_id: int,
    typed: TypedComment,
    errors: dict[str, str] | None = None,
    *,
    refused: str | None = None,
) -> Response:
    found = discussion(discussion_id)
    if found is None:
        abort(404)
    facts = {"discussion": found, "title": _title(found.proposal_id)}
    return form_page("discussions/discussion.html", errors, refused=refused, typed=typed, **facts)


def _title(proposal_id: int) -> str:
    title = proposal_title(proposal_id)
    if title is None:
        abort(404)
    return title


def _done(url: str, code: str) -> Response:
    flash(message(code), "ok")
    return make_response(redirect(url, 303))
