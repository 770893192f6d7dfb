"""The two cookies: who is signed in, and (Flask's own) the form token with the messages for the next page."""

from flask import Response, request

from app.web.settings import current_settings
from config import Settings

SIGNED_IN = "aanmelding"
FORMS = "formulier"


def cookie_names(settings: Settings) -> tuple[str, str]:
    """The names of both; over https with the prefix that keeps a neighbouring site from setting them."""
    prefix = "__Host-" if settings.cookie_secure else ""
    return prefix + SIGNED_IN, prefix + FORMS


def session_token() -> str | None:
    """The token of the sign-in that this browser shows."""
    return request.cookies.get(cookie_names(current_settings())[0])


def give_session_token(response: Response, token: str) -> None:
    """Let this browser show that it is signed in, until it closes or the session ends."""
    settings = current_settings()
    response.set_cookie(
        cookie_names(settings)[0], token, httponly=True, secure=settings.cookie_secure, samesite="Lax"
    )


def take_session_token(response: Response) -> None:
    """Let this browser forget that it was signed in."""
    settings = current_settings()
    response.delete_cookie(
        cookie_names(settings)[0], httponly=True, secure=settings.cookie_secure, samesite="Lax"
    )
