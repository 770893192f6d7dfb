"""Addresses of the files we serve ourselves, each with the hash of its content: it may be kept for a year."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from flask import Flask, Response, request

STATIC_FOLDER = Path(__file__).parent.parent / "static"
STATIC_PREFIX = "/static/"
HASH_DIGITS = 12
KEEP_A_YEAR = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"


@cache
def _versions() -> Mapping[str, str]:
    """Content hash of every static file by its path, read once per process."""
    files = (path for path in STATIC_FOLDER.rglob("*") if path.is_file())
    return {path.relative_to(STATIC_FOLDER).as_posix(): _version(path.read_bytes()) for path in files}


def _version(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:HASH_DIGITS]


def static_url(path: str) -> str:
    """Address of a file under app/static/, such as 'css/app.css'; a name that is not there is an error."""
    return f"{STATIC_PREFIX}{path}?v={_versions()[path]}"


def keep_static_files(response: Response) -> Response:
    """Let browsers keep a static file for a year when the address names the content they got."""
    if request.endpoint == "static" and response.status_code in (200, 304):
        path = request.path.removeprefix(STATIC_PREFIX)
        current = request.args.get("v") == _versions().get(path)
        response.headers["Cache-Control"] = KEEP_A_YEAR if current else ASK_EACH_TIME
    return response


def register(app: Flask) -> None:
    """Make static_url known in templates, macros included, and set the cache headers of static files."""
    app.jinja_env.globals["static_url"] = static_url
    app.after_request(keep_static_files)
