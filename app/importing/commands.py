"""Content from the command line: `flask --app wsgi content …`."""

from pathlib import Path

import click
from flask.cli import AppGroup

content = AppGroup("content", help="Content: import a folder of Markdown.")


@content.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default=None, help="The name to remember the folder by, when it may move.")
def import_folder(folder: Path, name: str | None) -> None:
    """Turn every Markdown file in FOLDER into a page; a second time only what changed."""
    # Only now: a server and the other commands need none of this.
    from app.core.outbox import run_due
    from app.importing import run, wording
    from app.subscribers import HANDLERS

    if not folder.is_dir():
        raise click.ClickException(wording.NO_FOLDER.format(folder=wording.printable(str(folder))))
    report = run.import_folder(folder, run.outside_the_guide(name or str(folder.resolve())))
    if not report.files:
        raise click.ClickException(wording.NO_FILES.format(folder=wording.printable(str(folder))))
    while run_due(HANDLERS):
        pass  # links between the pages and the search index are right at once, also without a server
    for line in wording.lines(report):
        click.echo(line)
    if report.is_empty:
        raise click.ClickException(wording.NOTHING_IMPORTED)
