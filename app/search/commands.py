"""Search from the command line: `flask --app wsgi search …`."""

import os

import click
from flask.cli import AppGroup

from app.search import rebuild as rebuilding
from app.search.engine import current_engine
from app.search.port import IndexUnusable

search = AppGroup("search", help="The search index: rebuild, check.")

LESS_URGENT = 10


@search.command("rebuild")
@click.option("--instead-of", default=None, help="Only when this index is still the one in use.")
def rebuild(instead_of: str | None) -> None:
    """Build the index again beside the present one, then switch."""
    os.nice(LESS_URGENT)
    rebuilding.rebuild(current_engine(), instead_of=instead_of)
    click.echo("The search index is up to date.")


@search.command("check")
def check() -> None:
    """Compare the index with the database and mend what differs."""
    try:
        found = rebuilding.mend_differences(current_engine())
    except IndexUnusable:
        click.echo("The index cannot be used and is built again.")
        rebuilding.rebuild(current_engine())
    else:
        click.echo(f"Mended {found.outdated} outdated and {found.superfluous} superfluous documents.")
