"""What a visitor sees when something is refused or fails: a plain sentence and what was typed."""

import logging
import secrets
from types import TracebackType

from flask import Flask, Response, g, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from app.core.db import db
from app.core.errors import DomainError
from app.core.permissions import Actor
from app.web.guards import SAFE_METHODS, current_actor, from_another_site
from app.web.kept_forms import KeptForm
from app.web.messages import message
from app.web.sign_in_page import sign_in_page

PAGES = frozenset({400, 403, 404, 405, 409, 413, 429, 500, 503})
# Forms that carry another form: what they carry counts, not their own fields.
CARRYING = frozenset({"accounts.send_sign_in", "example_accounts.sign_in_as_example", "accounts.resume"})

ExceptionInfo = tuple[type, BaseException, TracebackType] | tuple[None, None, None]

log = logging.getLogger(__name__)


class Application(Flask):
    """Flask, with a number on each failure, shown to the visitor and written in the log."""

    def log_exception(self, exc_info: ExceptionInfo) -> None:
        """Instead of Flask's own entry, which has no number."""
        log_failure(exc_info[1])


def error_page(status: int, sentence: str | None = None) -> Response:
    """The page for this status; when a form was sent, with everything that was typed in it."""
    kept = _what_was_typed(status)
    if kept.texts:
        page = render_template("accounts/not_sent.html", kept=kept, message=sentence, status=status)
    else:
        shown = status if status in PAGES else 500 if status >= 500 else 400
        page = render_template(f"errors/{shown}.html", message=sentence, reference=g.get("reference"))
    return make_response(page, status)


def _what_was_typed(status: int) -> KeptForm:
    """Nothing when the form is too large or broken, or when another site made the browser send it."""
    nothing = KeptForm("/")
    if request.method in SAFE_METHODS or status in {400, 413} or from_another_site():
        return nothing
    try:
        return KeptForm.of_this_request()
    except HTTPException:
        return nothing


def on_domain_error(error: DomainError) -> Response:
    """A rule said no: its own sentence, with the status of its kind."""
    db.session.rollback()
    return error_page(error.status, message(error.code, **error.facts))


def on_http_error(error: HTTPException) -> Response:
    """Anything that HTTP has a number for; redirects pass."""
    status = error.code or 500
    if status < 400:
        return make_response(error.get_response())
    response = error_page(status)
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def on_bad_token(_error: CSRFError) -> Response:
    """The form's token is old or absent: the same form again with a fresh one, and nothing done."""
    carrying = request.endpoint in CARRYING
    kept = KeptForm.carried_here() if carrying else KeptForm.of_this_request()
    if current_actor().signed_in:
        page = render_template("accounts/resume.html", kept=kept, message=message("form_expired"))
        return make_response(page, 400)
    errors = {"email": message("form_expired")}
    return sign_in_page(kept, status=400, email=request.form.get("email", ""), errors=errors)


def on_failure(_error: HTTPException) -> Response:
    """Our own fault. The page asks the database nothing: that may be what fails."""
    return _without_database(500, "failure")


def on_database_failure(error: OperationalError) -> Response:
    """The database is locked, full or away: that passes."""
    log_failure(error)
    return _without_database(503, "unreachable")


def log_failure(error: BaseException | None) -> None:
    """One entry with a number and the traceback; the address is quoted, so that it cannot forge an entry."""
    g.reference = secrets.token_hex(4)
    log.error("failure %s on %s %r", g.reference, request.method, request.path, exc_info=error)


def _without_database(status: int, code: str) -> Response:
    g.actor = Actor()
    return error_page(status, message(code, reference=g.reference))


def register(app: Flask) -> None:
    """Answer every refusal and failure with a page of our own."""
    app.register_error_handler(CSRFError, on_bad_token)
    app.register_error_handler(DomainError, on_domain_error)
    app.register_error_handler(OperationalError, on_database_failure)
    app.register_error_handler(HTTPException, on_http_error)
    app.register_error_handler(500, on_failure)
