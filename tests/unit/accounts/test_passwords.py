"""Passwords are kept as argon2 hashes and compared sign by sign."""

from app.accounts.passwords import HASHER, hash_password, password_fits


def test_only_the_password_itself_fits() -> None:
    stored = hash_password("een lang wachtwoord")
    assert password_fits("een lang wachtwoord", stored)
    assert not password_fits("Een lang wachtwoord", stored)
    assert not password_fits("", stored)


def test_nothing_fits_an_account_without_a_password() -> None:
    assert not password_fits("", None)
    assert not password_fits("a password that nobody has", None)
    assert not password_fits("iets", "not a hash")


def test_an_accent_may_be_typed_as_one_sign_or_two() -> None:
    assert password_fits("cafe\u0301 en koffie", hash_password("caf\u00e9 en koffie"))


def test_the_hash_costs_what_was_decided() -> None:
    assert (HASHER.memory_cost, HASHER.time_cost) == (19_456, 2)
    assert hash_password("een lang wachtwoord").startswith("$argon2id$v=19$m=19456,t=2,p=1$")
