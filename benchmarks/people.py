"""The example people who are in every wiki that is measured."""

from datetime import timedelta

from sqlalchemy import select

from app.accounts.examples import example_person
from app.accounts.models import Account
from app.accounts.service import open_example_session
from app.core.db import db, unit_of_work
from app.core.permissions import EVERY_ROLE, Actor, permissions_of


def actor(key: str) -> Actor:
    """One of them, as the services see a person."""
    person = example_person(key)
    if person is None:
        raise LookupError(key)
    account_id = db.session.scalars(select(Account.id).where(Account.email_key == person.email)).one()
    permissions = permissions_of(frozenset({person.role}) & EVERY_ROLE, read_access_open=True)
    return Actor(account_id, person.name, permissions)


def token(key: str) -> str:
    """Signs one of them in."""
    person = example_person(key)
    if person is None:
        raise LookupError(key)
    with unit_of_work():
        return open_example_session(person, lasts=timedelta(hours=4))
