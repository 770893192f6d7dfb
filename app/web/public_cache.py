"""Whole answers for visitors without an account, kept until something public changes.

Stands before Flask: a visitor who shows none of our cookies gets a stored answer after one plain statement,
which asks the database whether anything changed. The version is read before a page is made, so what is stored
is never older than the version it is stored under. Each process has its own, so a new build begins with none.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from flask import Flask
from sqlalchemy import Engine
from werkzeug.http import parse_etags
from werkzeug.wsgi import ClosingIterator

from app.core.clock import today
from app.core.db import db
from app.core.site_state import PUBLIC_VERSION_QUERY
from app.web.answer_store import Answer, AnswerStore, Headers, Key
from app.web.cookies import cookie_names
from app.web.headers import STORABLE
from config import ReadAccess, Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LARGEST_ANSWER = 1024 * 1024
LONGEST_QUERY = 200
KINDS = ("text/html", "application/atom+xml")
OF_THE_BODY = frozenset({"content-type", "content-length"})

log = logging.getLogger(__name__)


class PublicCache:
    """WSGI middleware around the application."""

    def __init__(self, app: "WSGIApplication", engine: Engine, cookies: tuple[str, ...]) -> None:
        self._app = app
        self._engine = engine
        self._cookies = cookies
        self._store = AnswerStore()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """A stored answer if there is one, else the application's own."""
        version = self._public_version() if self._may_answer(environ) else None
        if version is None:
            return self._app(environ, start_response)
        key = _key(version, environ)
        answer = self._store.get(key)
        if answer is None:
            return self._make(key, environ, start_response)
        return _give(answer, environ, start_response)

    def _may_answer(self, environ: "WSGIEnvironment") -> bool:
        cookies = environ.get("HTTP_COOKIE", "")
        return (
            environ["REQUEST_METHOD"] in {"GET", "HEAD"}
            and not environ["PATH_INFO"].startswith("/static/")
            and not any(name in cookies for name in self._cookies)
            and len(environ.get("QUERY_STRING", "")) <= LONGEST_QUERY
        )

    def _public_version(self) -> int | None:
        """One statement on a connection of the pool; None when the database cannot say."""
        try:
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute(PUBLIC_VERSION_QUERY)
                row = cursor.fetchone()
            finally:
                connection.close()
        except Exception:  # each driver has its own; the page itself will tell the visitor
            log.warning("the public version could not be read", exc_info=True)
            return None
        return int(row[0]) if row else None

    def _make(self, key: Key, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Ask the application for the whole page, also for HEAD or an ETag, and keep it when it may be."""
        asked = {**environ, "REQUEST_METHOD": "GET"}
        asked.pop("HTTP_IF_NONE_MATCH", None)
        status, headers, chunks = _ask(self._app, asked)
        answer = _storable(headers, chunks) if asked.get(STORABLE) else None
        if answer:
            self._store.put(key, answer)
            return _give(answer, environ, start_response)
        start_response(status, headers)
        if environ["REQUEST_METHOD"] == "GET":
            return chunks
        return ClosingIterator([], getattr(chunks, "close", None))


def _key(version: int, environ: "WSGIEnvironment") -> Key:
    """All that an answer depends on; feeds write the address that was asked, so the host is part of it."""
    names = ("wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING")
    return (version, today(), *(environ.get(name, "") for name in names))


def _ask(app: "WSGIApplication", environ: "WSGIEnvironment") -> tuple[str, Headers, Iterable[bytes]]:
    begun: list[tuple[str, Headers]] = []

    def begin(status: str, headers: Headers, _error: object = None, /) -> Callable[[bytes], object]:
        begun[:] = [(status, headers)]
        return _refuse_to_write

    chunks = app(environ, begin)
    return *begun[0], chunks


def _refuse_to_write(_chunk: bytes) -> object:
    raise NotImplementedError("Flask gives its answers as an iterable")


def _storable(headers: Headers, chunks: Iterable[bytes]) -> Answer | None:
    """The answer to keep, unless it is for one visitor only, too large, or of a kind that is not kept."""
    by_name = {name.lower(): value for name, value in headers}
    too_large = int(by_name.get("content-length", LARGEST_ANSWER + 1)) > LARGEST_ANSWER
    if "set-cookie" in by_name or too_large or not by_name["content-type"].startswith(KINDS):
        return None
    body = b"".join(chunks)
    if close := getattr(chunks, "close", None):
        close()
    etag = hashlib.sha256(body).hexdigest()[:32]
    return Answer([*headers, ("ETag", f'"{etag}"')], body, etag)


def _give(answer: Answer, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    asked = environ.get("HTTP_IF_NONE_MATCH")
    if asked and parse_etags(asked).contains_weak(answer.etag):
        start_response("304 NOT MODIFIED", [h for h in answer.headers if h[0].lower() not in OF_THE_BODY])
        return []
    start_response("200 OK", list(answer.headers))
    return [answer.body] if environ["REQUEST_METHOD"] == "GET" else []


def register(app: Flask, settings: Settings) -> None:
    """Stand before the application, unless nobody may read without signing in."""
    if settings.read_access is ReadAccess.OPEN:
        with app.app_context():
            engine = db.engine
        # This is how Flask wants middleware to be put in.
        cache = PublicCache(app.wsgi_app, engine, cookie_names(settings))
        app.wsgi_app = cache  # type: ignore[method-assign]  # the way that Flask documents
