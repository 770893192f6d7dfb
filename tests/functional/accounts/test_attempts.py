"""Trying to sign in is limited per account and per address, also for attempts at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from app.accounts.models import SignInAttempt
from app.accounts.rules import FAILURES_PER_ACCOUNT, FAILURES_PER_ADDRESS, WINDOW, TooManyAttempts
from app.accounts.service import attempt_succeeded, begin_attempt
from app.core.clock import now
from app.core.db import db, unit_of_work
from tests.browsing import Visitor

EMAIL = "noor@voorbeeld.test"


def attempt(email: str = EMAIL, address: str = "192.0.2.1") -> int:
    with unit_of_work():
        return begin_attempt(email, address)


def attempts() -> int:
    return db.session.scalar(select(func.count()).select_from(SignInAttempt)) or 0


def test_after_ten_failures_an_account_waits_whatever_the_address(context: Flask) -> None:
    for number in range(FAILURES_PER_ACCOUNT):
        attempt(address=f"192.0.2.{number}")
    with pytest.raises(TooManyAttempts):
        attempt("NOOR@voorbeeld.test ", address="198.51.100.1")
    attempt("ander@voorbeeld.test")


def test_after_fifty_failures_an_address_waits_whatever_the_account(context: Flask) -> None:
    for number in range(FAILURES_PER_ADDRESS):
        attempt(f"nummer{number}@voorbeeld.test")
    with pytest.raises(TooManyAttempts):
        attempt("noch@voorbeeld.test")
    attempt("noch@voorbeeld.test", address="192.0.2.2")


def test_a_refused_attempt_does_not_lengthen_the_wait(context: Flask) -> None:
    for _ in range(FAILURES_PER_ACCOUNT):
        attempt()
    with pytest.raises(TooManyAttempts):
        attempt()
    assert attempts() == FAILURES_PER_ACCOUNT


def test_failures_stop_counting_after_a_quarter_of_an_hour(context: Flask) -> None:
    for _ in range(FAILURES_PER_ACCOUNT):
        attempt()
    with unit_of_work():
        db.session.execute(update(SignInAttempt).values(at=now() - WINDOW))
    attempt()


def test_signing_in_rightly_counts_against_nobody(context: Flask) -> None:
    for _ in range(FAILURES_PER_ACCOUNT + 1):
        with unit_of_work():
            attempt_succeeded(begin_attempt(EMAIL, "192.0.2.1"))


def test_attempts_are_forgotten_after_a_day_and_hold_no_address_of_mail(context: Flask) -> None:
    attempt()
    assert EMAIL not in db.session.scalars(select(SignInAttempt.account_key)).one()
    with unit_of_work():
        db.session.execute(update(SignInAttempt).values(at=now() - timedelta(days=2)))
    attempt("ander@voorbeeld.test")
    assert attempts() == 1


def test_attempts_at_the_same_moment_are_counted_one_by_one(app: Flask) -> None:
    def one(_number: int) -> bool:
        with app.app_context():
            try:
                attempt()
            except TooManyAttempts:
                return False
            return True

    with ThreadPoolExecutor(8) as pool:
        allowed = sum(pool.map(one, range(2 * FAILURES_PER_ACCOUNT)))
    assert allowed == FAILURES_PER_ACCOUNT


def test_the_visitor_reads_when_to_try_again_and_even_the_right_password_waits(app: Flask) -> None:
    visitor = Visitor(app)
    for _ in range(FAILURES_PER_ACCOUNT):
        assert visitor.post("/aanmelden", {"email": EMAIL, "wachtwoord": "x"}).status_code == 422
    answer = visitor.post("/aanmelden", {"email": EMAIL, "wachtwoord": "x"})
    assert answer.status_code == 429
    assert "Probeer het weer om" in answer.text
    assert EMAIL in answer.text
