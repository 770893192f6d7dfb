"""Importing the guide itself: its chapters and themes first, then its pages in their places."""

from pathlib import Path

from app.core.content_files import read_entries
from app.core.db import unit_of_work
from app.importing.places import ensure_chapter, ensure_topic
from app.importing.report import Report
from app.importing.run import Purpose, import_folder
from app.pages.kinds import RevisionOrigin

CHAPTERS = "chapters.yml"
TOPICS = "topics.yml"


def import_guide(content_dir: Path, source: str) -> Report:
    """Make the chapters and themes that are not there yet, then import the pages."""
    with unit_of_work():
        chapters = {
            entry["slug"]: ensure_chapter(entry["slug"], entry["title"], position)
            for position, entry in enumerate(read_entries(content_dir / CHAPTERS), start=1)
        }
        topics = {
            entry["slug"]: ensure_topic(entry["slug"], entry["name"], position, entry.get("synonyms", ()))
            for position, entry in enumerate(read_entries(content_dir / TOPICS), start=1)
        }
    purpose = Purpose(
        source=source, origin=RevisionOrigin.SEED, chapters=chapters, topics=topics, describes=True
    )
    return import_folder(content_dir, purpose)
