"""Reading accounts, and who is signed in."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from app.accounts.kinds import AccountKind
from app.accounts.models import Account, AccountRole, LoginSession
from app.accounts.rules import email_key
from app.core.db import db
from app.core.permissions import GRANTS, Permission, Role


@dataclass(frozen=True, slots=True)
class Person:
    """An account with its roles."""

    account_id: int
    name: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class ListedAccount:
    """A line in the list of accounts."""

    person: Person
    email: str | None
    active: bool


def token_hash(token: str) -> str:
    """What is kept of a session token: useless to whoever reads the database."""
    return hashlib.sha256(token.encode()).hexdigest()


def person_signed_in(token: str, at: datetime) -> Person | None:
    """Whose living session this token is; roles and activity as they are now, in one statement."""
    rows = db.session.execute(
        select(Account.id, Account.name, AccountRole.role)
        .join(LoginSession, LoginSession.account_id == Account.id)
        .outerjoin(AccountRole, AccountRole.account_id == Account.id)
        .where(LoginSession.token_hash == token_hash(token), LoginSession.revoked_at.is_(None))
        .where(LoginSession.ends_at > at, Account.active)
    ).all()
    if not rows:
        return None
    roles = frozenset(row.role for row in rows if row.role is not None)
    return Person(rows[0].id, rows[0].name, roles)


@dataclass(frozen=True, slots=True)
class StoredPassword:
    """What a typed password is checked against; None for somebody who signs in another way."""

    account_id: int
    password_hash: str | None


def account_with_password(email: str) -> StoredPassword | None:
    """The local, active account with this address."""
    row = db.session.execute(
        select(Account.id, Account.password_hash).where(
            Account.email_key == email_key(email), Account.kind == AccountKind.LOCAL, Account.active
        )
    ).one_or_none()
    return StoredPassword(row.id, row.password_hash) if row else None


def accounts_with(permission: Permission) -> dict[int, str]:
    """Everybody who has this permission, by id, in the order of their names."""
    people = select(Account.id, Account.name).where(Account.active)
    people = people.where(Account.roles.any(AccountRole.role.in_(GRANTS[permission])))
    return dict(db.session.execute(people.order_by(Account.name, Account.id)).all())


def names_of(account_ids: Iterable[int]) -> dict[int, str]:
    """What these people are called."""
    people = select(Account.id, Account.name).where(Account.id.in_(list(account_ids)))
    return dict(db.session.execute(people).all())


def people_named(words: str, permission: Permission) -> list[int]:
    """Everybody with this permission who has exactly this address or name; two at most are looked for."""
    people = select(Account.id).where(Account.active)
    people = people.where(or_(Account.email_key == email_key(words), Account.name == words.strip()))
    people = people.where(Account.roles.any(AccountRole.role.in_(GRANTS[permission])))
    return list(db.session.scalars(people.order_by(Account.id).limit(2)))


def names_like(words: str, permission: Permission, *, limit: int) -> list[str]:
    """The names, of people with this permission, in which these words stand."""
    people = select(Account.name).where(Account.active, Account.name.icontains(words, autoescape=True))
    people = people.where(Account.roles.any(AccountRole.role.in_(GRANTS[permission])))
    return list(db.session.scalars(people.distinct().order_by(Account.name).limit(limit)))


def shows_presence(account_id: int) -> bool:
    """Whether others may see what this person is at work on."""
    return db.session.scalar(select(Account.shows_presence).where(Account.id == account_id)) or False


def all_accounts() -> Sequence[ListedAccount]:
    """Every account by name."""
    rows = db.session.execute(
        select(Account.id, Account.name, Account.email_key, Account.active, AccountRole.role)
        .outerjoin(AccountRole, AccountRole.account_id == Account.id)
        .order_by(Account.name, Account.id)
    ).all()
    roles: dict[int, set[Role]] = {}
    for row in rows:
        roles.setdefault(row.id, set()).update({row.role} if row.role else ())
    accounts = {row.id: row for row in rows}
    return [
        ListedAccount(Person(row.id, row.name, frozenset(roles[row.id])), row.email_key, row.active)
        for row in accounts.values()
    ]
