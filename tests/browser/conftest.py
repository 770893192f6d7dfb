"""A served guide and a real browser, with JavaScript on and off."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from app import create_app
from app.accounts.service import open_session
from app.core.db import db, unit_of_work
from app.web.cookies import cookie_names
from app.web.settings import EXTENSION
from tests.browser.serving import LiveServer, serve, tryout_settings, watch
from tests.browser.steps import example
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


@pytest.fixture
def live_server(prepared_data: Path, tmp_path: Path) -> Iterator[LiveServer]:
    """The guide with its content, served on a free port, with the outbox at work."""
    with serve(guide_in(tmp_path, prepared_data)) as served:
        yield served


def guide_in(folder: Path, prepared_data: Path) -> Flask:
    """The application on a copy of the prepared data."""
    data_dir = folder / "data"
    shutil.copytree(prepared_data, data_dir)
    return share_templates(create_app(tryout_settings(data_dir)))


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
    """Makes visitors with their own cookies; a failing page or script, or another host, fails the test.

    They asked for less motion: a click waits until a page that scrolls smoothly stands still.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(
            base_url=live_server.address,
            locale="nl-NL",
            reduced_motion="reduce",
            **options,  # type: ignore[arg-type]  # passed on as they are
        )
        context.set_default_timeout(TIMEOUT_MILLISECONDS)
        watch(context, live_server.address, complaints)
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
def sign_in(live_server: LiveServer) -> SignIn:
    """Be the example person with this role from the next page on; the buttons have a test of their own."""

    def enter(page: Page, role: str) -> None:
        name = cookie_names(live_server.app.extensions[EXTENSION])[0]
        with live_server.app.app_context(), unit_of_work():
            token = open_session(example(role).account_id or 0, lasts=timedelta(hours=1))
        page.context.add_cookies([{"name": name, "value": token, "url": live_server.address}])

    return enter
