"""Folders of Markdown for the tests of importing, and what an import did with them."""

from pathlib import Path

from sqlalchemy import func, select

from app.core.db import Base, db, unit_of_work
from app.core.outbox import FollowUp, run_due
from app.importing.report import FileReport
from app.importing.run import import_folder, outside_the_guide
from app.subscribers import HANDLERS

WITHOUT_INDEX = {**HANDLERS, FollowUp.INDEX_PAGE: lambda _payload: None}


def write_files(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below a folder; a text is written as UTF-8, bytes as they are."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def imported(folder: Path, files: dict[str, str | bytes] | None = None) -> dict[str, FileReport]:
    """Write these files, import the folder as the command does, and tell what became of each file."""
    write_files(folder, files or {})
    report = import_folder(folder, outside_the_guide("voorbeeldmap"))
    while run_due(WITHOUT_INDEX):
        pass
    return {file.path: file for file in report.files}


def row_counts() -> dict[str, int]:
    """How many rows every table has."""
    tables = Base.metadata.sorted_tables
    with unit_of_work():
        return {t.name: db.session.scalar(select(func.count()).select_from(t)) or 0 for t in tables}
