"""What every template may use without being given it."""

from typing import Any

from flask import Flask, get_flashed_messages

from app.core.permissions import Permission
from app.web.guards import current_actor
from app.web.navigation import navigation
from app.web.settings import current_settings


def template_context() -> dict[str, Any]:
    """The visitor, the header and the messages for this page."""
    actor = current_actor()
    settings = current_settings()
    return {
        "actor": actor,
        "may": actor.may,
        "Permission": Permission,
        "navigation": navigation(),
        "tryout": settings.tryout,
        "presence": settings.presence,
        "site_name": settings.site_name,
        "flashes": get_flashed_messages(with_categories=True),
    }


def register(app: Flask) -> None:
    """Give it to every template."""
    app.context_processor(template_context)
