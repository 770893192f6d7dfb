"""Bouwstenen from the command line: `flask --app wsgi bouwstenen …`."""

from pathlib import Path

import click
from flask.cli import AppGroup

bouwstenen = AppGroup("bouwstenen", help="Bouwstenen: read them from a file.")


@bouwstenen.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--gesprek", type=int, default=None, help="The number of the conversation, when FILE names none."
)
def import_file(file: Path, gesprek: int | None) -> None:
    """Note every bouwsteen in FILE, a table (CSV) or a filled canvas (JSON or Markdown); nothing twice."""
    # Only now: a server and the other commands need none of this.
    from app.building_blocks.importing import reporting
    from app.core.errors import DomainError
    from app.web.messages import message

    try:
        for line in reporting.import_file(file.read_bytes(), gesprek):
            click.echo(line)
    except DomainError as error:
        raise click.ClickException(message(error.code, **error.facts)) from error
