"""A served guide and a real browser, with JavaScript on and off."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    sync_playwright,
)
from werkzeug.serving import make_server

from app import create_app
from app.core.db import db
from app.outbox_thread import start_outbox_thread
from config import Mode, Settings
from tests.chromium import ARGUMENTS, CHROMIUM, HOW_TO_GET_CHROMIUM, REQUIRED
from tests.compiled_templates import share_templates

SignIn = Callable[[Page, str], None]
TIMEOUT_MILLISECONDS = 10_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder; without Chromium they are skipped, unless they must run."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None and not REQUIRED:
                item.add_marker(pytest.mark.skip(reason=HOW_TO_GET_CHROMIUM))


@dataclass(frozen=True)
class LiveServer:
    """A guide that is being served, and the application behind it."""

    address: str
    app: Flask


@pytest.fixture(scope="session")
def prepared_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as `make run` leaves it after its first start; copied for each test."""
    data_dir = tmp_path_factory.mktemp("prepared")
    app = create_app(tryout_settings(data_dir))
    result = app.test_cli_runner().invoke(args=["prepare"])
    assert result.exit_code == 0, result.output
    with app.app_context():
        db.engine.dispose()
    return data_dir


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


@pytest.fixture
def live_server(prepared_data: Path, tmp_path: Path) -> Iterator[LiveServer]:
    """The guide with its content, served on a free port, with the outbox at work."""
    data_dir = tmp_path / "data"
    shutil.copytree(prepared_data, data_dir)
    app = share_templates(create_app(tryout_settings(data_dir)))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    stop = threading.Event()
    outbox = start_outbox_thread(app, stop)
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    serving.start()
    yield LiveServer(f"http://127.0.0.1:{server.server_port}", app)
    server.shutdown()
    serving.join()
    stop.set()
    outbox.join()
    server.server_close()
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this worker; each test has its own cookies."""
    if CHROMIUM is None:
        pytest.fail(HOW_TO_GET_CHROMIUM)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs JavaScript; each test that comes here runs both ways."""
    return bool(request.param)


@pytest.fixture
def new_context(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., BrowserContext]]:
    """Makes visitors with their own cookies; a failing page or script, or another host, fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(base_url=live_server.address, locale="nl-NL", **options)  # type: ignore[arg-type]  # passed on as they are
        context.set_default_timeout(TIMEOUT_MILLISECONDS)
        _watch(context, live_server.address, complaints)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(new_context: Callable[..., BrowserContext], javascript: bool) -> Page:
    """A tab in a browser with JavaScript on, and once more with it off."""
    return new_context(java_script_enabled=javascript).new_page()


@pytest.fixture
def sign_in() -> SignIn:
    """Sign in with the try-out's button for a role, by the words that stand on it."""

    def press(page: Page, role: str) -> None:
        page.goto("/aanmelden")
        page.get_by_role("button", name=role, exact=True).click()
        page.wait_for_url(lambda url: urlsplit(url).path != "/aanmelden")

    return press


def _watch(context: BrowserContext, address: str, complaints: list[str]) -> None:
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
