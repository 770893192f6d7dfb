"""The version of the database's schema, and bringing it up to date.

Alembic is loaded only by whoever does that: it would take eleven megabytes of a server that never needs it.
"""

from pathlib import Path

import click
from flask import Flask, current_app
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.core.db import db

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


def register(app: Flask) -> None:
    """Make `flask db` work; a click context says that this is a command and not a server."""
    if click.get_current_context(silent=True):
        _attach(app)


def migrate() -> None:
    """Bring the schema of the running application's database up to date."""
    from flask_migrate import upgrade  # only here: see above

    _attach(current_app)
    upgrade()


def schema_is_current() -> bool:
    """Whether the database can be read and has every migration, as a server needs it."""
    return _schema_version() == newest_version()


def newest_version() -> str:
    """The number of the last migration: the files are numbered without gaps or branches."""
    files = (MIGRATIONS / "versions").glob("[0-9]*_*.py")
    return max(path.name.partition("_")[0] for path in files)


def _attach(app: Flask) -> None:
    from flask_migrate import Migrate  # only here: see above

    Migrate(app, db, directory=str(MIGRATIONS))


def _schema_version() -> str | None:
    """What the database says of itself; None for a new one."""
    try:
        version: str | None = db.session.scalar(text("SELECT version_num FROM alembic_version"))
    except DBAPIError:
        version = None
    finally:
        db.session.rollback()
    return version
