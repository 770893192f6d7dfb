"""What every test may ask for: settings, an application on a fresh database, and texts from outside."""

import gc
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as hypothesis_settings
from hypothesis.configuration import set_hypothesis_home_dir

from app.core.db import db
from config import Mode, Settings
from tests.chromium import CHROMIUM, HOW_TO_GET_CHROMIUM
from tests.compiled_routes import share_routes
from tests.compiled_statements import share_statements
from tests.compiled_templates import share_templates
from tests.databases import PostgresServer, SqliteFiles, postgres_server

ROOT = Path(__file__).resolve().parent.parent
SECRET_KEY = "for the tests alone, known to all who read them"

share_routes()
share_statements()
# The same examples each time, so that a red run can be repeated; `explore` looks for new ones.
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / f"hypothesis-{os.getuid()}")
hypothesis_settings.register_profile(
    "repeat", derandomize=True, database=None, deadline=None, max_examples=60
)
hypothesis_settings.register_profile("explore", database=None, deadline=None, max_examples=2000)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeat"))


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    """Where this worker's SQLite databases are made."""
    return SqliteFiles(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """This worker's PostgreSQL server, started by the first test that needs it."""
    with postgres_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> SqliteFiles | PostgresServer:
    """A source of databases; each test that comes here runs once on SQLite and once on PostgreSQL."""
    name = "sqlite_files" if request.param == "sqlite" else "postgres"
    source: SqliteFiles | PostgresServer = request.getfixturevalue(name)
    return source


@pytest.fixture
def database_url(databases: SqliteFiles | PostgresServer) -> Iterator[str]:
    """The address of a fresh database with every migration done and nothing in it."""
    with databases.fresh() as url:
        yield url


@pytest.fixture
def empty_database_url(databases: SqliteFiles | PostgresServer) -> Iterator[str]:
    """The address of a database without any table, for the tests of the migrations."""
    with databases.fresh(migrated=False) as url:
        yield url


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    """A try-out's settings with a data folder of its own; change them with `dataclasses.replace`."""
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    return Settings(
        mode=Mode.TRYOUT,
        secret_key=SECRET_KEY,
        data_dir=data_dir,
        database_url=database_url,
        one_click_sign_in=True,
        cookie_secure=False,
    )


def make_app(settings: Settings) -> Flask:
    """An application as it is served, but for the templates: those are compiled once."""
    from app import create_app  # only here: unit tests do not load the whole application

    return share_templates(create_app(settings))


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The whole application on a fresh database; no context is pushed, so that requests stay apart."""
    application = make_app(settings)
    yield application
    with application.app_context():
        db.engine.dispose()


@pytest.fixture
def other_app(settings: Settings) -> Iterator[Callable[..., Flask]]:
    """Makes the application with other settings: `other_app(read_access=ReadAccess.SIGNED_IN)`."""
    made: list[Flask] = []

    def make(**changes: Any) -> Flask:
        made.append(make_app(replace(settings, **changes)))
        return made[-1]

    yield make
    for application in made:
        with application.app_context():
            db.engine.dispose()


@pytest.fixture
def context(app: Flask) -> Iterator[Flask]:
    """Inside the application, for services and queries; do not send requests in the same test."""
    with app.app_context():
        yield app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without a browser: keeps cookies, follows nothing by itself."""
    return app.test_client()


@pytest.fixture(scope="session")
def corpus_dir() -> Path:
    """Real texts with their history, as git bundles; not part of the project."""
    folder = Path(os.environ.get("CORPUS_DIR") or ROOT.parent / "shared" / "corpus")
    if not folder.is_dir():
        pytest.skip(f"no corpus at {folder}: set CORPUS_DIR to a folder with git bundles of Markdown")
    return folder


@pytest.fixture(scope="session")
def payloads() -> list[dict[str, Any]]:
    """Hostile strings with their category and context; not part of the project."""
    beside = ROOT.parent / "shared" / "security" / "payloads-dev.json"
    file = Path(os.environ.get("PAYLOADS_FILE") or beside)
    if not file.is_file():
        pytest.skip(f"no payloads at {file}: set PAYLOADS_FILE to a JSON list with the key 'payload'")
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return found


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it loudly when the browser tests did not run."""
    if CHROMIUM is None:
        terminalreporter.write_line(f"BROWSER TESTS DID NOT RUN: {HOW_TO_GET_CHROMIUM}", red=True, bold=True)


def pytest_collection_finish() -> None:
    """Leave what is loaded by now out of every later search for garbage, which took half of the time."""
    gc.collect()
    gc.freeze()
