"""Who may use which view: every view is closed unless it names the one permission that opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect

from app.accounts.queries import person_signed_in
from app.core.clock import now
from app.core.errors import Forbidden
from app.core.permissions import Actor, Permission, permissions_of
from app.web.cookies import session_token
from app.web.kept_forms import KeptForm
from app.web.settings import current_settings
from app.web.sign_in_page import sign_in_page
from config import LOOPBACK, ReadAccess

MARK = "access"
OPEN_ENDPOINTS = frozenset({"static"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

csrf = CSRFProtect()
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Access:
    """What a view asks of its visitor, and what may be done with its answer.

    `restores`: called with `_herstel` in the form it shows that form, filled, and changes nothing.
    `stored`: the answer to a visitor without an account may be kept and given to the next one.
    """

    permission: Permission
    restores: bool = False
    stored: bool = True

    @property
    def is_public(self) -> bool:
        """True when everybody without an account gets the same answer."""
        return self.permission is Permission.READ and self.stored


def requires(
    permission: Permission, *, restores: bool = False, stored: bool = True
) -> Callable[[View], View]:
    """Open a view to those who have this permission; stands under the route decorator."""
    access = Access(permission, restores, stored)

    def mark(view: View) -> View:
        setattr(view, MARK, access)
        return view

    return mark


def access_to(endpoint: str | None) -> Access | None:
    """What the view behind an endpoint asks; None for a view that is closed to all."""
    view = current_app.view_functions.get(endpoint or "")
    return getattr(view, MARK, None)


def current_actor() -> Actor:
    """Who is asking; looked up once per request, with one statement and only when there is a cookie."""
    if "actor" not in g:
        g.actor = actor_with(session_token())
    actor: Actor = g.actor
    return actor


def actor_with(token: str | None) -> Actor:
    """Whoever has this session token, with the rights of this moment; else somebody without an account."""
    read_access_open = current_settings().read_access is ReadAccess.OPEN
    person = person_signed_in(token, now()) if token else None
    if person is None:
        return Actor(permissions=permissions_of(frozenset(), read_access_open=read_access_open))
    permissions = permissions_of(person.roles, read_access_open=read_access_open)
    return Actor(person.account_id, person.name, permissions)


def check_request() -> ResponseReturnValue | None:
    """Before every view: the address, the origin, the permission, the form's token; in that order."""
    if request.routing_exception is not None or request.endpoint in OPEN_ENDPOINTS:
        return None
    if current_settings().tryout and request.remote_addr not in LOOPBACK:
        abort(403)  # `flask run --host` would let others in by a way that the settings cannot see
    if "\0" in request.path or b"%00" in request.query_string:
        abort(404)  # no text in PostgreSQL can hold it, so nothing is there
    if request.method not in SAFE_METHODS and from_another_site():
        abort(403)
    access = access_to(request.endpoint)
    if access is None:
        abort(403)
    if not current_actor().may(access.permission):
        return _refuse()
    csrf.protect()
    return None


def from_another_site() -> bool:
    """A form that another site made the browser send; the scheme is left out, a proxy may have ended TLS."""
    origin = request.headers.get("Origin")
    if origin is None:
        return False
    base_url = current_settings().base_url
    own = {request.host, urlsplit(base_url).netloc if base_url else request.host}
    try:
        host = urlsplit(origin).netloc
    except ValueError:  # half an IPv6 address, for one
        host = ""
    return not host or host not in own


def _refuse() -> ResponseReturnValue:
    """Without an account: the way to sign in, and what was typed goes along; with one: no."""
    if current_actor().signed_in:
        raise Forbidden("not_allowed")
    if request.method in SAFE_METHODS:
        return redirect(url_for("accounts.sign_in", volgende=request.full_path.rstrip("?")))
    return sign_in_page(KeptForm.of_this_request(), status=401)


def register(app: Flask) -> None:
    """Put the guard before every view."""
    csrf.init_app(app)
    app.before_request(check_request)
