"""Commands for whoever runs the site: `flask --app wsgi …`."""

import click
from flask import Flask
from flask.cli import with_appcontext

from app.accounts.commands import accounts
from app.building_blocks.commands import bouwstenen
from app.importing.commands import content
from app.search.commands import search


@click.command("prepare")
@with_appcontext
def prepare() -> None:
    """Bring database and search index up to date, and load the content that comes with the program."""
    # Only here: importing and indexing are large, and the server needs neither to start.
    from app.preparation import prepare_everything

    prepare_everything()


def register(app: Flask) -> None:
    """Make the commands known to `flask`."""
    for command in (accounts, bouwstenen, content, search, prepare):
        app.cli.add_command(command)
