"""What was typed survives an expired session and a lost token, and nothing is sent by itself."""

import re
from html import unescape

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.accounts.service import ensure_example_accounts
from app.core.db import db, unit_of_work
from app.core.site_state import PUBLIC_VERSION_QUERY
from tests.browsing import Visitor
from tests.functional.web.conftest import Counts

TYPED = 'Regel één\r\n  "regel" <b>twee</b> & meer\r\n'
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def expired(app: Flask, member: Visitor) -> Visitor:
    """A medewerker whose session ended while she was typing."""
    with app.app_context(), unit_of_work():
        ensure_example_accounts()
    member.client.delete_cookie(member.signed_in_cookie)
    return member


def carried(answer: TestResponse) -> dict[str, str]:
    """Every hidden field of the form on a page, as a browser would send it."""
    main = answer.text.partition("<main")[2] or answer.text
    return {unescape(name): unescape(value) for name, value in HIDDEN.findall(main)}


def sign_in_again(visitor: Visitor, fields: dict[str, str], role: str = "medewerker") -> TestResponse:
    return visitor.post_without_token("/aanmelden/voorbeeld", {**fields, "rol": role})


def test_an_expired_session_answers_a_form_with_signing_in(expired: Visitor, counts: Counts) -> None:
    answer = expired.post("/voorbeeld/formulier?deel=2", {"tekst": TYPED, "themas": ["1", "2"]})
    assert (answer.status_code, counts.written) == (401, 0)
    fields = carried(answer)
    assert fields["volgende"] == "/voorbeeld/formulier?deel=2"
    assert fields["bewaard:tekst"] == TYPED
    assert answer.text.count('name="bewaard:themas"') == 2
    assert "bewaard:csrf_token" not in fields
    assert "&lt;b&gt;twee&lt;/b&gt;" in answer.text


def test_after_signing_in_the_form_stands_filled_and_unsent(expired: Visitor, counts: Counts) -> None:
    asked = expired.post("/voorbeeld/formulier?deel=twee", {"tekst": TYPED})
    answer = sign_in_again(expired, carried(asked))
    assert (answer.status_code, counts.written) == (422, 0)
    assert 'action="/voorbeeld/formulier"' in answer.text and "twee</form>" in answer.text
    assert "&#34;regel&#34; &lt;b&gt;twee&lt;/b&gt; &amp; meer" in answer.text
    assert "Er is nog niets verstuurd." in answer.text
    sent = expired.post_without_token("/voorbeeld/formulier", {"tekst": "nu wel", **carried(answer)})
    assert (sent.status_code, counts.written) == (303, 1)


def test_a_wrong_password_keeps_carrying(expired: Visitor) -> None:
    fields = carried(expired.post("/voorbeeld/formulier", {"tekst": TYPED}))
    typed = {"email": "noor@voorbeeld.test", "wachtwoord": "niet dit wachtwoord"}
    answer = expired.post_without_token("/aanmelden", {**fields, **typed})
    assert answer.status_code == 422
    assert carried(answer)["bewaard:tekst"] == TYPED
    assert "niet dit wachtwoord" not in answer.text


def test_a_lost_token_on_the_sign_in_form_keeps_carrying(expired: Visitor) -> None:
    fields = carried(expired.post("/voorbeeld/formulier", {"tekst": TYPED}))
    answer = sign_in_again(expired, {**fields, "csrf_token": ""})
    assert answer.status_code == 400
    assert carried(answer)["bewaard:tekst"] == TYPED
    assert expired.get("/voorbeeld/formulier").status_code == 302


def test_signing_in_as_somebody_without_the_right_still_shows_the_text(expired: Visitor) -> None:
    fields = carried(expired.post("/voorbeeld/formulier", {"tekst": TYPED}))
    answer = sign_in_again(expired, fields, role="lezer")
    assert answer.status_code == 403
    assert "Regel één" in answer.text


def test_a_lost_token_offers_to_go_on_with_everything_typed(member: Visitor, counts: Counts) -> None:
    answer = member.post_without_token("/voorbeeld/formulier", {"tekst": TYPED})
    assert (answer.status_code, counts.written) == (400, 0)
    again = member.post_without_token("/verder", carried(answer))
    assert (again.status_code, counts.written) == (422, 0)
    assert "Regel één" in again.text


def test_going_on_needs_a_token_of_its_own(member: Visitor, counts: Counts) -> None:
    data = {"volgende": "/voorbeeld/formulier", "bewaard:tekst": "Hun lange tekst"}
    assert member.post_without_token("/verder", data).status_code == 400
    assert counts.written == 0


def test_going_on_without_a_session_asks_to_sign_in(expired: Visitor) -> None:
    answer = expired.post("/verder", {"volgende": "/voorbeeld/formulier", "bewaard:tekst": TYPED})
    assert answer.status_code == 401
    assert carried(answer)["bewaard:tekst"] == TYPED


def test_a_view_that_would_write_while_showing_its_form_is_stopped(
    app: Flask, member: Visitor, counts: Counts
) -> None:
    before = public_version(app)
    answer = member.post("/verder", {"volgende": "/voorbeeld/slordig", "bewaard:tekst": "Een lange zin"})
    assert (answer.status_code, counts.written) == (500, 0)
    assert public_version(app) == before


def test_a_step_without_a_form_is_not_taken_and_its_text_is_shown(expired: Visitor, counts: Counts) -> None:
    fields = carried(expired.post("/voorbeeld/lezen/besluit", {"reden": "Dit is een goede zin."}))
    answer = sign_in_again(expired, fields, role="redacteur")
    assert (answer.status_code, counts.written) == (200, 0)
    assert "Dit is een goede zin." in answer.text
    assert 'href="/voorbeeld/lezen"' in answer.text


def test_a_button_without_text_leads_back_to_its_page_with_a_sentence(
    expired: Visitor, counts: Counts
) -> None:
    fields = carried(expired.post("/voorbeeld/lezen/besluit", {"sleutel": "Abc123"}))
    answer = sign_in_again(expired, fields, role="redacteur")
    assert (answer.status_code, answer.location, counts.written) == (303, "/voorbeeld/lezen", 0)
    assert "nog niet verstuurd" in expired.get("/voorbeeld/lezen").text


@pytest.mark.parametrize(
    "address", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:1"]
)
def test_nobody_is_sent_to_another_site_after_signing_in(expired: Visitor, address: str) -> None:
    answer = expired.post("/aanmelden/voorbeeld", {"rol": "lezer", "volgende": address})
    assert (answer.status_code, answer.location) == (303, "/")


def public_version(app: Flask) -> int:
    with app.app_context(), db.engine.connect() as connection:
        return int(connection.exec_driver_sql(PUBLIC_VERSION_QUERY).scalar_one())
