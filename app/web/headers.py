"""The headers of every answer: what the browser may load, and who may keep a copy."""

import re

from flask import Flask, Response, g, request, session

from app.core.permissions import Actor
from app.web.cookies import cookie_names
from app.web.guards import OPEN_ENDPOINTS, access_to
from app.web.settings import current_settings

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TWO_YEARS_OF_HTTPS = "max-age=63072000"
ASK_EACH_TIME = "public, max-age=0, must-revalidate"
KEEP_NOTHING = "private, no-store"
# In the WSGI environment of an answer that `public_cache` may give to the next visitor.
STORABLE = "public_cache.storable"
# Werkzeug writes it in the redirects that it makes by itself; it is whatever the visitor said it was.
HOST = re.compile(r"\A[a-z]+://[^/]*")


def add_headers(response: Response) -> Response:
    """After every view, errors included."""
    for name, value in SECURITY_HEADERS.items():
        response.headers[name] = value
    if response.location:
        response.location = HOST.sub("", response.location) or "/"
    settings = current_settings()
    if settings.cookie_secure and not settings.tryout:
        response.headers["Strict-Transport-Security"] = TWO_YEARS_OF_HTTPS
    if request.endpoint not in OPEN_ENDPOINTS:
        response.vary.add("Cookie")
        public = _is_public(response)
        response.headers["Cache-Control"] = ASK_EACH_TIME if public else KEEP_NOTHING
        request.environ[STORABLE] = public
    return response


def _is_public(response: Response) -> bool:
    """The same for everybody without an account, and made for a browser that shows none of our cookies."""
    access = access_to(request.endpoint)
    actor: Actor | None = g.get("actor")
    return (
        access is not None
        and access.is_public
        and response.status_code == 200
        and request.method in {"GET", "HEAD"}
        and actor is not None
        and not actor.signed_in
        and not request.cookies.keys() & set(cookie_names(current_settings()))
        and not session.modified
    )


def register(app: Flask) -> None:
    """Put the headers on every answer."""
    app.after_request(add_headers)
