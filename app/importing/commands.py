"""Content from the command line: `flask --app wsgi content …`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from flask.cli import AppGroup

if TYPE_CHECKING:
    from app.importing.report import Report

content = AppGroup("content", help="Content: import a folder of Markdown.")


@content.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default=None, help="The name to remember the folder by, when it may move.")
def import_folder(folder: Path, name: str | None) -> None:
    """Turn every Markdown file in FOLDER into a page; a second time only what changed."""
    # Only now: a server and the other commands need none of this.
    from app.importing import run, wording

    if not folder.is_dir():
        raise click.ClickException(wording.NO_FOLDER.format(folder=wording.printable(str(folder))))
    report = run.import_folder(folder, run.outside_the_guide(name or str(folder.resolve())))
    if not report.files:
        raise click.ClickException(wording.NO_FILES.format(folder=wording.printable(str(folder))))
    _finish(report)


@content.command("import-git")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--name", default=None, help="The name to remember the history by, when it may move.")
def import_git(source: Path, name: str | None) -> None:
    """Turn every page in the git history SOURCE into a page with its versions; a second time what is new.

    SOURCE is a bundle, or a folder with a repository.
    """
    from app.importing import run, wording
    from app.importing.history.git import NoHistory
    from app.importing.history.run import import_history

    told = wording.printable(str(source))
    try:
        report = import_history(source, run.outside_the_guide(name or str(source.resolve())))
    except NoHistory as error:
        raise click.ClickException(
            wording.TROUBLES[error.trouble].format(source=told, fact=error.fact)
        ) from error
    if not report.files:
        raise click.ClickException(wording.NO_PAGES.format(source=told))
    _finish(report)


def _finish(report: "Report") -> None:
    """Let links between the pages and the search index be right at once, also without a server; then tell."""
    from app.core.outbox import run_due
    from app.importing import wording
    from app.subscribers import HANDLERS

    while run_due(HANDLERS):
        pass
    for line in wording.lines(report):
        click.echo(line)
    if report.is_empty:
        raise click.ClickException(wording.NOTHING_IMPORTED)
