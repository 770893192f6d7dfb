"""Asking who is at work where, and telling that one is there oneself; browsers do so again and again."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.accounts.queries import shows_presence
from app.core.clock import now
from app.core.db import unit_of_work
from app.core.permissions import Actor, Permission
from app.proposals.blueprint import bp
from app.proposals.presence import service
from app.proposals.presence.queries import names_by_place, names_by_subject, seen_at
from app.proposals.presence.rules import MOST_SUBJECTS, Sighting, is_due, is_subject
from app.web.guards import current_actor, requires
from app.web.settings import current_settings


@bp.get("/aanwezig")
@requires(Permission.READ_NAMES)
def presence() -> ResponseReturnValue:
    """Who is at work on what this screen shows."""
    return _answer(_seen(request.args.getlist("onderwerp")))


@bp.post("/aanwezig")
@requires(Permission.READ_NAMES)
def send_presence() -> ResponseReturnValue:
    """The same, by somebody who is at work herself; at most one small row is written."""
    actor, here, place = current_actor(), request.form.get("hier", ""), request.form.get("plek", "")
    service.check(actor, here, place)
    seen = _seen([here, *request.form.getlist("onderwerp")])
    mine = next((one for one in seen if (one.account_id, one.subject) == (actor.account_id, here)), None)
    if _may_be_seen(actor) and is_due(mine, place, now()):
        with unit_of_work():
            service.note(actor, here, place)
    return _answer(seen)


def _seen(subjects: list[str]) -> tuple[Sighting, ...]:
    wanted = {subject for subject in subjects[:MOST_SUBJECTS] if is_subject(subject)}
    return seen_at(wanted, now()) if current_settings().presence else ()


def _may_be_seen(actor: Actor) -> bool:
    return current_settings().presence and shows_presence(actor.account_id or 0)


def _answer(seen: tuple[Sighting, ...]) -> ResponseReturnValue:
    others = [one for one in seen if one.account_id != current_actor().account_id]
    return render_template(
        "proposals/presence.html", subjects=names_by_subject(others), places=names_by_place(others)
    )
