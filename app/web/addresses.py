"""Addresses inside this site: what may be returned to, and where a form's address can be read."""

from typing import Any
from urllib.parse import unquote, urlsplit

from flask import current_app
from werkzeug.exceptions import HTTPException

FRONT_PAGE = "/"
LONGEST = 2_000


def local_path(address: str) -> str:
    """The address when it is a path on this site, else the front page.

    Browsers drop tabs and newlines from an address and read a backslash as a slash, so anything but printable
    ASCII without backslashes is refused, raw or percent-encoded.
    """
    decoded = unquote(address)
    plain = all(" " < character < "\x7f" for character in address) and decoded.isprintable()
    if not plain or "\\" in decoded or len(address) > LONGEST:
        return FRONT_PAGE
    if not address.startswith("/") or decoded.startswith("//"):
        return FRONT_PAGE
    try:
        parts = urlsplit(address)
    except ValueError:
        return FRONT_PAGE
    return FRONT_PAGE if parts.scheme or parts.netloc else address


def view_at(path: str, method: str) -> tuple[str, dict[str, Any]] | None:
    """The endpoint and its arguments that answer this method on this path, if any."""
    adapter = current_app.url_map.bind("")
    try:
        endpoint, arguments = adapter.match(urlsplit(path).path, method=method)
    except HTTPException:
        return None
    return endpoint, dict(arguments)


def readable_path(path: str) -> str:
    """The path when it can be opened, else the nearest one above it that can: a form's page or its list."""
    path = local_path(path)
    if view_at(path, "GET"):
        return path
    above = urlsplit(path).path
    while above.count("/") > 1:
        above = above.rpartition("/")[0]
        if view_at(above, "GET"):
            return above
    return FRONT_PAGE
