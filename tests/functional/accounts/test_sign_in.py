"""Signing in and out: a session is a record on the server, and worthless after signing out."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, select, update

from app.accounts.models import AccountRole, LoginSession
from app.accounts.passwords import hash_password
from app.accounts.service import add_account, close_session, deactivate_account, ensure_example_accounts
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.permissions import Role
from config import Mode
from tests.browsing import Visitor
from tests.builders import make_account

EMAIL = "noor@voorbeeld.test"
PASSWORD = "een lang wachtwoord"
HASH = hash_password(PASSWORD)
RIGHT = {"email": EMAIL, "wachtwoord": PASSWORD}


@pytest.fixture
def noor(app: Flask) -> Visitor:
    """Somebody with a local account, not signed in yet."""
    with app.app_context(), unit_of_work():
        add_account("Noor Voorbeeld", EMAIL, {Role.MEMBER}, password_hash=HASH)
    return Visitor(app)


def is_signed_in(visitor: Visitor) -> bool:
    return "Afmelden" in visitor.get("/er-is-niets").text


def test_the_right_password_signs_in_and_leads_on(noor: Visitor) -> None:
    answer = noor.post(
        "/aanmelden", {**RIGHT, "email": " NOOR@voorbeeld.test ", "volgende": "/aanmelden?x=1"}
    )
    assert (answer.status_code, answer.location) == (303, "/aanmelden?x=1")
    assert "HttpOnly" in answer.headers["Set-Cookie"] and "SameSite=Lax" in answer.headers["Set-Cookie"]
    assert is_signed_in(noor)


def test_who_was_sent_to_the_form_reads_why(noor: Visitor) -> None:
    assert "Hiervoor heb je een account nodig." in noor.get("/aanmelden?volgende=/voorstellen").text
    assert "Hiervoor" not in noor.get("/aanmelden").text


@pytest.mark.parametrize(
    "wrong",
    [{"wachtwoord": "een lang wachtwoorD"}, {"email": "niemand@voorbeeld.test"}, {"wachtwoord": "x" * 9000}],
)
def test_whatever_is_wrong_gets_the_same_sentence(noor: Visitor, wrong: dict[str, str]) -> None:
    answer = noor.post("/aanmelden", {**RIGHT, **wrong})
    assert answer.status_code == 422
    assert "horen niet bij elkaar" in answer.text
    assert not is_signed_in(noor)


def test_empty_fields_are_named_and_what_was_typed_stays(noor: Visitor) -> None:
    answer = noor.post("/aanmelden", {"email": EMAIL})
    assert answer.status_code == 422
    assert "Vul je wachtwoord in." in answer.text
    assert f'value="{EMAIL}"' in answer.text


def test_signing_in_needs_the_token_of_its_form(noor: Visitor) -> None:
    assert noor.post_without_token("/aanmelden", RIGHT).status_code == 400
    assert not is_signed_in(noor)


def test_a_token_from_before_signing_in_is_worthless_after_it(noor: Visitor) -> None:
    before = noor.token()
    noor.post("/aanmelden", RIGHT)
    assert noor.post_without_token("/afmelden", {"csrf_token": before}).status_code == 400
    assert is_signed_in(noor)


def test_after_signing_out_the_cookie_is_worthless(noor: Visitor) -> None:
    noor.post("/aanmelden", RIGHT)
    cookie = noor.client.get_cookie(noor.signed_in_cookie)
    assert cookie
    assert noor.post("/afmelden").status_code == 303
    assert noor.client.get_cookie(noor.signed_in_cookie) is None
    noor.client.set_cookie(noor.signed_in_cookie, cookie.value)
    assert not is_signed_in(noor)


def test_each_sign_in_has_its_own_token_and_ends_the_one_before(app: Flask, noor: Visitor) -> None:
    for _ in range(2):
        noor.client.post("/aanmelden", data={**RIGHT, "csrf_token": noor.token()})
    with app.app_context():
        open_ones = db.session.scalars(select(LoginSession).where(LoginSession.revoked_at.is_(None))).all()
        assert len(open_ones) == 1


def test_the_database_does_not_hold_the_token(app: Flask, noor: Visitor) -> None:
    noor.post("/aanmelden", RIGHT)
    cookie = noor.client.get_cookie(noor.signed_in_cookie)
    with app.app_context():
        stored = db.session.scalar(select(LoginSession.token_hash))
    assert cookie and len(cookie.value) >= 43 and cookie.value != stored


def test_a_session_ends_after_its_hours(app: Flask, noor: Visitor) -> None:
    noor.post("/aanmelden", RIGHT)
    assert is_signed_in(noor)
    with app.app_context(), unit_of_work():
        db.session.execute(update(LoginSession).values(ends_at=now() - timedelta(seconds=1)))
    assert not is_signed_in(noor)


def test_closing_an_account_ends_its_sessions_at_once(app: Flask, noor: Visitor) -> None:
    noor.post("/aanmelden", RIGHT)
    with app.app_context(), unit_of_work():
        deactivate_account(EMAIL)
    assert not is_signed_in(noor)
    assert noor.post("/aanmelden", RIGHT).status_code == 422


def test_a_role_that_is_taken_away_is_gone_at_the_next_request(app: Flask) -> None:
    with app.app_context():
        account_id = make_account(roles=[Role.EDITOR])
    visitor = Visitor(app).sign_in(account_id)
    assert "Redactie" in visitor.get("/er-is-niets").text
    with app.app_context(), unit_of_work():
        db.session.execute(delete(AccountRole).where(AccountRole.account_id == account_id))
    assert "/redactie/wachtrij" not in visitor.get("/er-is-niets").text


def test_an_account_without_a_password_can_never_sign_in_with_one(app: Flask) -> None:
    with app.app_context():
        make_account(email=EMAIL)
    for password in ("a password that nobody has", "None", " " * 12):
        assert Visitor(app).post("/aanmelden", {"email": EMAIL, "wachtwoord": password}).status_code == 422


def test_somebody_who_is_signed_in_is_led_on(noor: Visitor) -> None:
    noor.post("/aanmelden", RIGHT)
    assert noor.get("/aanmelden").location == "/"


def test_a_try_out_offers_one_button_for_each_role(app: Flask) -> None:
    with app.app_context(), unit_of_work():
        ensure_example_accounts()
    visitor = Visitor(app)
    assert visitor.get("/aanmelden").text.count('formaction="/aanmelden/voorbeeld"') == 6
    assert visitor.post("/aanmelden/voorbeeld", {"rol": "tweede-redacteur"}).status_code == 303
    assert "Rachid Redacteur (voorbeeld)" in visitor.get("/er-is-niets").text
    assert visitor.post("/aanmelden/voorbeeld", {"rol": "directeur"}).status_code == 404


def test_production_has_no_example_sign_in_and_no_style_page(other_app: Callable[..., Flask]) -> None:
    visitor = Visitor(other_app(mode=Mode.PRODUCTION, one_click_sign_in=False))
    assert "voorbeeld" not in visitor.get("/aanmelden").text
    assert visitor.post("/aanmelden/voorbeeld", {"rol": "beheerder"}).status_code == 404
    assert visitor.get("/stijl").status_code == 404


def test_a_try_out_may_go_without_one_click_sign_in(other_app: Callable[..., Flask]) -> None:
    visitor = Visitor(other_app(one_click_sign_in=False))
    assert visitor.post("/aanmelden/voorbeeld", {"rol": "lezer"}).status_code == 404


def test_closing_an_unknown_session_is_no_error(context: Flask) -> None:
    with unit_of_work():
        close_session("never given")
