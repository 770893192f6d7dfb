"""Writing down that somebody is at work somewhere: one small row for each person and place."""

from sqlalchemy import delete, update

from app.core.clock import now
from app.core.db import db
from app.core.errors import Forbidden, Invalid
from app.core.permissions import Actor, Permission
from app.core.upsert import insert_unless_there
from app.proposals.presence.models import Presence
from app.proposals.presence.rules import PAGE, gone_before, is_place, is_subject


def note(actor: Actor, subject: str, place: str) -> None:
    """Say that this person is there at this moment; whoever arrives sweeps away who is gone."""
    check(actor, subject, place)
    moment = now()
    mine = update(Presence).where(Presence.account_id == actor.account_id, Presence.subject == subject)
    found = db.session.execute(mine.values(place=place, seen_at=moment).returning(Presence.account_id))
    if found.first() is None:
        db.session.execute(delete(Presence).where(Presence.seen_at < gone_before(moment)))
        row = {"account_id": actor.account_id, "subject": subject, "place": place, "seen_at": moment}
        insert_unless_there(Presence, row, unique=("account_id", "subject"))


def check(actor: Actor, subject: str, place: str) -> None:
    """Refuse what is nothing to be at work on, and a page for somebody who cannot change pages."""
    if not (is_subject(subject) and is_place(place)):
        raise Invalid("unknown_choice", field="subject")
    if actor.account_id is None or (subject.startswith(PAGE) and not actor.may(Permission.PROPOSE)):
        raise Forbidden("not_allowed")
