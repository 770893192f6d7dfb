"""Keeping when somebody looked at the plaat."""

from app.core.clock import now
from app.core.db import db
from app.core.upsert import insert_unless_there
from app.threads.models import PictureVisit
from app.threads.picture.kinds import VisitStep
from app.threads.picture.queries import visit_of
from app.threads.picture.rules import next_visit


def note_visit(account_id: int, step: VisitStep) -> None:
    """Keep that this person looked now, or that she has seen everything that was new."""
    visit = next_visit(visit_of(account_id), step, now())
    values = {"account_id": account_id, "seen_at": visit.seen_at, "previous_at": visit.previous_at}
    if not insert_unless_there(PictureVisit, values, unique=("account_id",)):
        row = db.session.get_one(PictureVisit, account_id)
        row.seen_at, row.previous_at = visit.seen_at, visit.previous_at
