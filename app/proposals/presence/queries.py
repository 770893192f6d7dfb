"""Reading who is at work where at this moment."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Account
from app.core.db import db
from app.proposals.presence.models import Presence
from app.proposals.presence.rules import Sighting, gone_before


def seen_at(subjects: Collection[str], at: datetime) -> tuple[Sighting, ...]:
    """Who is at work on these now, by name; who does not want to be seen is left out."""
    if not subjects:
        return ()
    rows = (
        select(Account.id, Account.name, Presence.subject, Presence.place, Presence.seen_at)
        .join(Account, Account.id == Presence.account_id)
        .where(Presence.subject.in_(subjects), Presence.seen_at >= gone_before(at))
        .where(Account.shows_presence, Account.active)
        .order_by(Account.name, Account.id)
    )
    return tuple(Sighting(*row) for row in db.session.execute(rows))


def names_by_subject(sightings: Iterable[Sighting]) -> Mapping[str, tuple[str, ...]]:
    """The names of the people on each subject, wherever on it they are."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for sighting in sightings:
        found[sighting.subject] += (sighting.name,)
    return found


def names_by_place(sightings: Iterable[Sighting]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The names of the people at each paragraph of each subject."""
    found: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for sighting in sightings:
        if sighting.place:
            found[sighting.subject, sighting.place] += (sighting.name,)
    return found
