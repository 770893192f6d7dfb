"""Large imports, done once for all tests that look at their result; on SQLite, for the time they take."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from flask import Flask

from app.core.db import db
from config import Mode, Settings
from tests.conftest import SECRET_KEY, make_app
from tests.databases import SqliteFiles

OpenApp = Callable[[], Flask]


@pytest.fixture(scope="session")
def open_app(sqlite_files: SqliteFiles, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenApp]:
    """Makes an application that lives as long as the tests do."""
    with ExitStack() as stack:

        def make() -> Flask:
            url = stack.enter_context(sqlite_files.fresh())
            data_dir = tmp_path_factory.mktemp("data")
            app = make_app(Settings(Mode.TRYOUT, SECRET_KEY, data_dir=data_dir, database_url=url))
            stack.callback(_close, app)
            return app

        yield make


def _close(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()
