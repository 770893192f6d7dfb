"""Applications on SQLite alone: escaping, reading access and damage know no database."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app.core.db import db
from config import Mode, Settings
from tests.builders import make_page
from tests.conftest import SECRET_KEY, make_app
from tests.databases import SqliteFiles
from tests.proposal_builders import make_people
from tests.proposal_site import Site


@pytest.fixture
def sqlite_app(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Callable[..., Flask]]:
    """Makes applications with settings of choice, all on one fresh database."""
    made: list[Flask] = []
    with sqlite_files.fresh() as url:
        settings = Settings(
            mode=Mode.TRYOUT,
            secret_key=SECRET_KEY,
            data_dir=tmp_path,
            database_url=url,
            one_click_sign_in=True,
            cookie_secure=False,
        )

        def make(**changes: Any) -> Flask:
            made.append(make_app(replace(settings, **changes)))
            return made[-1]

        yield make
        for application in made:
            with application.app_context():
                db.engine.dispose()


@pytest.fixture
def site(app: Flask) -> Site:
    """A fresh page with two colleagues and two redacteuren, on both databases."""
    with app.app_context():
        return Site(app, make_people(), make_page())
