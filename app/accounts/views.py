"""Signing in and out, and going on with a form whose token had expired."""

from datetime import timedelta

from flask import Blueprint, Response, flash, g, make_response, redirect, request, session
from flask.typing import ResponseReturnValue

from app.accounts import settings_views
from app.accounts.blueprint import bp
from app.accounts.examples import example_person
from app.accounts.forms import read_credentials
from app.accounts.rules import TooManyAttempts, WrongPassword
from app.accounts.service import close_session, open_example_session
from app.accounts.signing_in import sign_in as check_and_open
from app.core.db import unit_of_work
from app.core.errors import NotFound
from app.core.permissions import Permission
from app.web.addresses import FRONT_PAGE
from app.web.cookies import give_session_token, session_token, take_session_token
from app.web.forms import FormReader
from app.web.guards import actor_with, current_actor, requires
from app.web.kept_forms import KeptForm
from app.web.messages import message
from app.web.resuming import resume as resume_form
from app.web.settings import current_settings
from app.web.sign_in_page import sign_in_page

__all__ = ["bp", "settings_views"]

# Registered in a try-out only: elsewhere its address does not exist.
example_bp = Blueprint("example_accounts", __name__)


@bp.get("/aanmelden")
@requires(Permission.SIGN_IN)
def sign_in() -> ResponseReturnValue:
    """The form, or straight on for somebody who is signed in."""
    kept = KeptForm.carried_here()
    return resume_form(kept) if current_actor().signed_in else sign_in_page(kept)


@bp.post("/aanmelden")
@requires(Permission.SIGN_IN)
def send_sign_in() -> ResponseReturnValue:
    """With an address and a password; a refusal keeps carrying what was typed elsewhere."""
    kept = KeptForm.carried_here()
    reader = FormReader(request.form)
    credentials = read_credentials(reader)
    if not reader.ok:
        return sign_in_page(kept, status=422, email=credentials.email, errors=reader.errors)
    try:
        token = check_and_open(
            credentials.email, credentials.password, request.remote_addr or "", lasts=_session_length()
        )
    except (TooManyAttempts, WrongPassword) as error:
        reader.fail("email", error.code, **error.facts)
        return sign_in_page(kept, status=error.status, email=credentials.email, errors=reader.errors)
    return _enter(token, kept)


@example_bp.post("/aanmelden/voorbeeld")
@requires(Permission.SIGN_IN)
def sign_in_as_example() -> ResponseReturnValue:
    """With one click, as an invented person."""
    person = example_person(request.form.get("rol", ""))
    if person is None:
        raise NotFound("account_unknown")
    with unit_of_work():
        token = open_example_session(person, lasts=_session_length())
    return _enter(token, KeptForm.carried_here())


@bp.post("/verder")
@requires(Permission.SIGN_IN)
def resume() -> ResponseReturnValue:
    """With a form whose token had expired, by somebody who is still signed in."""
    kept = KeptForm.carried_here()
    return resume_form(kept) if current_actor().signed_in else sign_in_page(kept, status=401)


@bp.post("/afmelden")
@requires(Permission.SIGN_IN)
def sign_out() -> ResponseReturnValue:
    """End the session on the server; the cookie is worthless from then on."""
    _close_current_session()
    flash(message("signed_out"), "ok")
    response = make_response(redirect(FRONT_PAGE, 303))
    take_session_token(response)
    return response


def _enter(token: str, kept: KeptForm) -> Response:
    """Begin with nothing from before: whoever knew the old tokens does not know these."""
    _close_current_session()
    g.actor = actor_with(token)
    response = make_response(resume_form(kept))
    give_session_token(response, token)
    return response


def _close_current_session() -> None:
    if token := session_token():
        with unit_of_work():
            close_session(token)
    session.clear()
    g.pop("csrf_token", None)


def _session_length() -> timedelta:
    return timedelta(hours=current_settings().session_hours)
