"""The schema that the migrations make is the one the models describe, up and down, with data in it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import Migrate, downgrade, upgrade

from app.core.db import db
from app.schema import metadata
from tests.migrations.example_rows import ROWS

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
STEPS = [script.revision for script in reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions()))]


@pytest.fixture
def migrating(empty_database_url: str) -> Iterator[sa.Engine]:
    app = Flask("migrating")
    app.config["SQLALCHEMY_DATABASE_URI"] = empty_database_url
    db.init_app(app)
    Migrate(app, db, directory=str(MIGRATIONS))
    with app.app_context():
        yield db.engine
        db.engine.dispose()


def tables_of(engine: sa.Engine) -> dict[str, list[str]]:
    inspector = sa.inspect(engine)
    names = set(inspector.get_table_names()) - {"alembic_version"}
    return {
        name: sorted(str(column["name"]) for column in inspector.get_columns(name)) for name in sorted(names)
    }


def fill(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        for table, row in ROWS:
            names = ", ".join(row)
            values = {name: json.dumps(v) if isinstance(v, dict | list) else v for name, v in row.items()}
            marks = ", ".join(f":{name}" for name in row)
            connection.execute(sa.text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), values)  # noqa: S608 - names of our own tables
        connection.execute(sa.text("UPDATE page SET current_revision_id = 1 WHERE id = 1"))


def contents(engine: sa.Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.execute(sa.text(f"SELECT count(*) FROM {name}")).scalar_one()  # noqa: S608 - names of our own tables
            for name in tables_of(engine)
        }


def test_the_migrations_make_the_schema_of_the_models(migrating: sa.Engine) -> None:
    upgrade()
    with migrating.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []


def test_each_migration_can_be_undone_and_done_again(migrating: sa.Engine) -> None:
    states = []
    for step in STEPS:
        upgrade(revision=step)
        states.append(tables_of(migrating))
    for step, state in zip(reversed(STEPS[:-1]), reversed(states[:-1]), strict=True):
        downgrade(revision=step)
        assert tables_of(migrating) == state
    upgrade()
    assert tables_of(migrating) == states[-1]


def test_a_full_database_can_go_down_and_up_again(migrating: sa.Engine) -> None:
    upgrade()
    fill(migrating)
    assert all(contents(migrating).values()), "every table holds an example"
    downgrade(revision="base")
    assert tables_of(migrating) == {}
    upgrade()
    assert sum(contents(migrating).values()) == 1, "the public version begins again"


def test_a_second_upgrade_keeps_every_row(migrating: sa.Engine) -> None:
    upgrade()
    fill(migrating)
    before = contents(migrating)
    upgrade()
    assert contents(migrating) == before


def test_a_page_cannot_point_at_a_revision_of_another_page(migrating: sa.Engine) -> None:
    upgrade()
    fill(migrating)
    with pytest.raises(sa.exc.IntegrityError), migrating.begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO page (title_key, position, created_at, current_revision_id)"
                " VALUES ('b', 1, :at, 1)"
            ),
            {"at": "2026-11-03 10:00:00"},
        )


def test_a_proposed_revision_needs_an_approver(migrating: sa.Engine) -> None:
    upgrade()
    fill(migrating)
    with pytest.raises(sa.exc.IntegrityError), migrating.begin() as connection:
        connection.execute(
            sa.text("UPDATE revision SET origin = 'proposal', approver_id = NULL WHERE id = 1")
        )
