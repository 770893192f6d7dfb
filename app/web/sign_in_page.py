"""The page to sign in on: by itself, or in answer to a form that was sent without a living session."""

from collections.abc import Mapping

from flask import Response, make_response, render_template

from app.accounts.examples import EXAMPLE_PEOPLE
from app.web.kept_forms import KeptForm
from app.web.messages import message
from app.web.settings import current_settings


def sign_in_page(
    kept: KeptForm, *, status: int = 200, email: str = "", errors: Mapping[str, str] | None = None
) -> Response:
    """The sign-in form, carrying whatever was typed elsewhere; 401 says that it answers another form."""
    page = render_template(
        "accounts/sign_in.html",
        kept=kept,
        email=email,
        errors=errors or {},
        notice=message("session_expired") if status == 401 else None,
        examples=EXAMPLE_PEOPLE if example_sign_in() else (),
    )
    return make_response(page, status)


def example_sign_in() -> bool:
    """Whether one may sign in as an example person; never outside a try-out."""
    settings = current_settings()
    return settings.tryout and settings.one_click_sign_in
