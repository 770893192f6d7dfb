"""What an address and a password must be, and when trying to sign in is refused."""

from datetime import timedelta

import pytest

from app.accounts.rules import (
    WINDOW,
    TooManyAttempts,
    check_attempts,
    check_email,
    check_password,
    network,
)
from app.core.clock import now
from app.core.errors import Invalid


def test_an_address_is_stored_without_capitals_or_spaces() -> None:
    assert check_email("  Noor.Voorbeeld@Voorbeeld.TEST ") == "noor.voorbeeld@voorbeeld.test"


@pytest.mark.parametrize(
    "email", ["", "noor", "noor@", "@voorbeeld.test", "a b@c.nl", "a@b", "a@b.nl,c@d.nl"]
)
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(Invalid, match="unusable_email"):
        check_email(email)


@pytest.mark.parametrize(("length", "right"), [(11, False), (12, True), (256, True), (257, False)])
def test_a_password_has_12_to_256_signs(length: int, right: bool) -> None:
    if right:
        check_password("a" * length)
    else:
        with pytest.raises(Invalid):
            check_password("a" * length)


def test_fewer_failures_than_the_limit_are_no_reason_to_refuse() -> None:
    check_attempts([now()] * 9, allowed=10)


def test_the_refusal_says_when_the_oldest_failure_stops_counting() -> None:
    failures = [now() - timedelta(minutes=minute) for minute in range(10)]
    with pytest.raises(TooManyAttempts) as refused:
        check_attempts(failures, allowed=10)
    assert refused.value.until == failures[-1] + WINDOW


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", ""),
    ],
)
def test_one_subscriber_is_one_address(address: str, counted_as: str) -> None:
    assert network(address) == counted_as
