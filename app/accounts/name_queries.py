"""The names of everybody with an account, for the check on personal data."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, select

from app.accounts.models import Account
from app.core.db import db
from app.text.personal_data.names import KnownNames


@dataclass(frozen=True, slots=True)
class _Kept:
    stamp: tuple[int, int, int]
    names: KnownNames


_kept: WeakKeyDictionary[Engine, _Kept] = WeakKeyDictionary()


def known_names() -> KnownNames:
    """First names and surnames of all colleagues.

    Kept per process: with 120,000 accounts, reading them takes half a second. Each call asks the database
    whether an account was added or a name became longer or shorter; that takes one statement.
    """
    count, last, length = db.session.execute(
        select(
            func.count(),
            func.coalesce(func.max(Account.id), 0),
            func.coalesce(func.sum(func.length(Account.name)), 0),
        )
    ).one()
    stamp = (count, last, int(length))
    kept = _kept.get(db.engine)
    if kept is None or kept.stamp != stamp:
        kept = _Kept(stamp, KnownNames.of_people(db.session.scalars(select(Account.name))))
        _kept[db.engine] = kept
    return kept.names
