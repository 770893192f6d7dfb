"""A guide that is being served on a free port of this machine, and what a visit of it must never show."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask
from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response
from werkzeug.serving import make_server
from werkzeug.wsgi import ClosingIterator

from app.core.db import db
from app.outbox_thread import start_outbox_thread
from config import Mode, Settings


@dataclass(frozen=True)
class LiveServer:
    """A guide that is being served, and the application behind it."""

    address: str
    app: Flask


def tryout_settings(data_dir: Path) -> Settings:
    """Settings as `make run` gives them."""
    return Settings(
        mode=Mode.TRYOUT,
        secret_key="for the browser tests alone, known to all",
        data_dir=data_dir,
        database_url=f"sqlite:///{data_dir / 'wiki.sqlite3'}",
        one_click_sign_in=True,
        cookie_secure=False,
    )


def answer_whole(app: WSGIApplication) -> WSGIApplication:
    """Make each answer whole before it is sent.

    Werkzeug forgets to close a file that it was sending when the browser went away, and a file that
    nobody closed fails the test that happens to run.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with closing(ClosingIterator(app(environ, start_response))) as parts:
            return [b"".join(parts)]

    return answer


@contextmanager
def serve(app: Flask, *, outbox_works: bool = True) -> Iterator[LiveServer]:
    """Serve it as long as this lasts; without the outbox nothing follows a change."""
    server = make_server("127.0.0.1", 0, answer_whole(app), threaded=True)
    stop = threading.Event()
    outbox = start_outbox_thread(app, stop) if outbox_works else None
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    serving.start()
    yield LiveServer(f"http://127.0.0.1:{server.server_port}", app)
    server.shutdown()
    serving.join()
    stop.set()
    if outbox:
        outbox.join()
    server.server_close()
    with app.app_context():
        db.engine.dispose()


def watch(context: BrowserContext, address: str, complaints: list[str]) -> None:
    """Note every error in the console, every answer of 500 or more and every request to another host."""

    def note_message(message: ConsoleMessage) -> None:
        # A 4xx answer shows up here too; the tests that provoke one check it themselves.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(f"console: {message.text}")

    def note_request(request: Request) -> None:
        if not request.url.startswith((f"{address}/", "data:", "blob:")):
            complaints.append(f"request to another host: {request.url}")

    def note_response(response: Response) -> None:
        if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            complaints.append(f"answer {response.status}: {response.url}")

    context.on("console", note_message)
    context.on("response", note_response)
    context.on("request", note_request)
    context.on("weberror", lambda error: complaints.append(f"script: {error.error}"))
