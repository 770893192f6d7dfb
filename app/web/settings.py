"""The settings of the running application, for code that answers a request."""

from typing import cast

from flask import current_app, request

from config import Settings

EXTENSION = "settings"


def current_settings() -> Settings:
    """What the application was started with."""
    return cast(Settings, current_app.extensions[EXTENSION])


def site_address() -> str:
    """Where this site is found, without a slash at the end."""
    return current_settings().base_url or request.host_url.rstrip("/")
