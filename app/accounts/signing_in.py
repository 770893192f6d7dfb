"""Signing in with a password: checked between two short transactions, while nothing is locked."""

from datetime import timedelta

from app.accounts.passwords import password_fits
from app.accounts.queries import account_with_password
from app.accounts.rules import LONGEST_PASSWORD, WrongPassword
from app.accounts.service import attempt_succeeded, begin_attempt, open_session
from app.core.db import unit_of_work


def sign_in(email: str, password: str, address: str, *, lasts: timedelta) -> str:
    """Open a session and return its token, which is kept nowhere else.

    Raises TooManyAttempts before any password is looked at, and WrongPassword whatever was wrong.
    """
    with unit_of_work():
        attempt_id = begin_attempt(email, address)
        account = account_with_password(email)
    stored = account.password_hash if account else None
    fits = len(password) <= LONGEST_PASSWORD and password_fits(password, stored)
    if account is None or not fits:
        raise WrongPassword
    with unit_of_work():
        attempt_succeeded(attempt_id)
        return open_session(account.account_id, lasts=lasts)
