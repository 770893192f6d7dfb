"""The headers of every answer."""

from collections.abc import Callable

import pytest
from flask import Flask, render_template_string

from config import Mode
from tests.browsing import Visitor

PATHS = ["/voorbeeld/lezen", "/aanmelden", "/er-is-niets", "/voorbeeld/formulier", "/static/favicon.svg"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_says_what_a_browser_may_load(anonymous: Visitor, path: str) -> None:
    with anonymous.get(path) as answer:
        headers = answer.headers
    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers


def test_a_page_for_somebody_with_an_account_is_kept_nowhere(member: Visitor) -> None:
    headers = member.get("/voorbeeld/lezen").headers
    assert headers["Cache-Control"] == "private, no-store"
    assert "Cookie" in headers["Vary"]


@pytest.mark.parametrize("path", ["/aanmelden", "/er-is-niets", "/voorbeeld/telkens", "/voorbeeld/token"])
def test_what_is_not_the_same_for_everybody_is_kept_nowhere(anonymous: Visitor, path: str) -> None:
    assert anonymous.get(path).headers["Cache-Control"] == "private, no-store"


def test_a_static_file_with_its_hash_is_kept_a_year(app: Flask, anonymous: Visitor) -> None:
    with app.test_request_context():
        url = render_template_string("{{ static_url('favicon.svg') }}")
    with anonymous.get(url) as answer:
        headers = answer.headers
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Set-Cookie" not in headers


def test_production_insists_on_https_and_guards_its_cookies(other_app: Callable[..., Flask]) -> None:
    production = other_app(mode=Mode.PRODUCTION, one_click_sign_in=False, cookie_secure=True)
    answer = production.test_client().get("/aanmelden")
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-formulier=")
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
