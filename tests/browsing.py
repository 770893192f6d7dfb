"""A visitor of the site in a test without a browser: signs in with one line, and has every form's token."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from app.accounts.service import open_session
from app.core.db import unit_of_work
from app.web.cookies import cookie_names
from app.web.settings import EXTENSION

Data = Mapping[str, str | Sequence[str]]
RAW_TOKEN = "the token of a visitor in a test"


class Visitor:
    """Somebody with a browser, without an account until `sign_in`."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client = app.test_client()
        self.signed_in_cookie, _ = cookie_names(app.extensions[EXTENSION])

    def sign_in(self, account_id: int, *, lasts: timedelta = timedelta(hours=1)) -> "Visitor":
        """Be this person from now on; call it outside any application context."""
        with self.app.app_context(), unit_of_work():
            token = open_session(account_id, lasts=lasts)
        self.client.set_cookie(self.signed_in_cookie, token)
        return self

    def get(self, url: str, **arguments: Any) -> TestResponse:
        """Open an address; redirects are not followed."""
        return self.client.get(url, **arguments)

    def post(self, url: str, data: Data | None = None, **arguments: Any) -> TestResponse:
        """Send a form that this visitor opened before: its token is right."""
        return self.client.post(url, data={**(data or {}), "csrf_token": self.token()}, **arguments)

    def post_without_token(self, url: str, data: Data | None = None, **arguments: Any) -> TestResponse:
        """Send a form whose token is gone, or that another site made."""
        return self.client.post(url, data=dict(data or {}), **arguments)

    def token(self) -> str:
        """The form token that a page would have given this visitor."""
        with self.client.session_transaction() as session:
            raw = session.setdefault("csrf_token", RAW_TOKEN)
        signer = URLSafeTimedSerializer(str(self.app.secret_key), salt="wtf-csrf-token")
        return str(signer.dumps(raw))
