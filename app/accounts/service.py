"""Making and closing accounts, counting attempts to sign in, opening and closing sessions."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import ColumnElement, delete, func, select, update

from app.accounts.examples import EXAMPLE_PEOPLE, ExamplePerson
from app.accounts.kinds import AccountKind
from app.accounts.models import Account, AccountRole, LoginSession, SignInAttempt
from app.accounts.passwords import hash_password
from app.accounts.queries import token_hash
from app.accounts.rules import (
    FAILURES_PER_ACCOUNT,
    FAILURES_PER_ADDRESS,
    WINDOW,
    check_attempts,
    check_email,
    check_name,
    check_password,
    email_key,
    network,
)
from app.core.clock import now
from app.core.db import db
from app.core.errors import Invalid, NotFound
from app.core.permissions import Role

KEEP_ATTEMPTS = timedelta(days=1)


def begin_attempt(email: str, address: str) -> int:
    """Count an attempt as failed until it succeeds, so that parallel ones cannot slip past the limit.

    Raises TooManyAttempts, and then counts nothing.
    """
    account_key = hashlib.sha256(email_key(email).encode()).hexdigest()
    place = network(address)
    _one_at_a_time(account_key, place)
    _check_failures(SignInAttempt.account_key == account_key, FAILURES_PER_ACCOUNT)
    _check_failures(SignInAttempt.address == place, FAILURES_PER_ADDRESS)
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.at < now() - KEEP_ATTEMPTS))
    attempt = SignInAttempt(account_key=account_key, address=place, at=now(), ok=False)
    db.session.add(attempt)
    db.session.flush()
    return attempt.id


def attempt_succeeded(attempt_id: int) -> None:
    """The password was right: this attempt no longer counts against anybody."""
    db.session.execute(update(SignInAttempt).where(SignInAttempt.id == attempt_id).values(ok=True))


def _one_at_a_time(*keys: str) -> None:
    """SQLite has one writer; PostgreSQL must be told to count one after the other, in one order for all."""
    if db.session.get_bind().dialect.name == "postgresql":
        for key in sorted(keys):
            db.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(key))))


def _check_failures(which: ColumnElement[bool], allowed: int) -> None:
    recent = (
        select(SignInAttempt.at)
        .where(which, SignInAttempt.ok.is_(False), SignInAttempt.at > now() - WINDOW)
        .order_by(SignInAttempt.at.desc())
        .limit(allowed)
    )
    check_attempts(list(db.session.scalars(recent)), allowed=allowed)


def open_session(account_id: int, *, lasts: timedelta) -> str:
    """A new session in the running transaction; returns the token for the browser."""
    token = secrets.token_urlsafe(32)
    moment = now()
    db.session.execute(delete(LoginSession).where(LoginSession.ends_at < moment))
    db.session.add(
        LoginSession(
            token_hash=token_hash(token), account_id=account_id, created_at=moment, ends_at=moment + lasts
        )
    )
    return token


def open_example_session(person: ExamplePerson, *, lasts: timedelta) -> str:
    """Sign in as an invented person of a try-out."""
    account_id = db.session.scalar(
        select(Account.id).where(Account.email_key == person.email, Account.active)
    )
    if account_id is None:
        raise NotFound("account_unknown")
    return open_session(account_id, lasts=lasts)


def close_session(token: str) -> None:
    """Sign out: the token is worthless from now on, wherever it is kept."""
    db.session.execute(
        update(LoginSession).where(LoginSession.token_hash == token_hash(token)).values(revoked_at=now())
    )


def add_account(name: str, email: str, roles: Collection[Role], *, password_hash: str | None) -> int:
    """A new account; refuses a name without letters and an address that is in use."""
    shown_name, key = check_name(name), check_email(email)
    if db.session.scalar(select(Account.id).where(Account.email_key == key)) is not None:
        raise Invalid("email_taken", field="email")
    account = Account(
        name=shown_name,
        email_key=key,
        password_hash=password_hash,
        kind=AccountKind.LOCAL,
        created_at=now(),
        roles=[AccountRole(role=role) for role in sorted(roles)],
    )
    db.session.add(account)
    db.session.flush()
    return account.id


def stored_password(password: str) -> str:
    """What to store for a password that is good enough; slow, so not inside a transaction."""
    check_password(password)
    return hash_password(password)


def deactivate_account(email: str) -> None:
    """Close an account and end its sessions; what it wrote stays."""
    account = db.session.scalar(select(Account).where(Account.email_key == email_key(email)))
    if account is None:
        raise NotFound("account_unknown")
    account.active = False
    db.session.execute(
        update(LoginSession)
        .where(LoginSession.account_id == account.id, LoginSession.revoked_at.is_(None))
        .values(revoked_at=now())
    )


def ensure_example_accounts() -> None:
    """Make the invented people of a try-out that are not there yet; they have no password."""
    emails = [person.email for person in EXAMPLE_PEOPLE]
    there = set(db.session.scalars(select(Account.email_key).where(Account.email_key.in_(emails))))
    for person in EXAMPLE_PEOPLE:
        if person.email not in there:
            add_account(person.name, person.email, {person.role}, password_hash=None)


def show_presence(account_id: int, *, shown: bool) -> None:
    """Let others see what this person is at work on, or no longer."""
    db.session.execute(update(Account).where(Account.id == account_id).values(shows_presence=shown))
