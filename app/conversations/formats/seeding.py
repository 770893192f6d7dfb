"""The first version of each format, from the file that comes with the program; read once."""

from pathlib import Path
from typing import Any

from sqlalchemy import exists, select

from app.conversations.formats.rules import AgendaPart, to_keep
from app.conversations.kinds import ConversationFormat
from app.conversations.models import FormatVersion
from app.core.clock import now
from app.core.content_files import read_entries
from app.core.db import db, unit_of_work

FILE = "gespreksvormen.yml"
FIRST_REASON = "Zo staat deze vorm in de startkit."


def load_formats(content_dir: Path) -> None:
    """Make the first version of each format that has none yet; what the redactie made is left alone."""
    if db.session.scalar(select(exists().where(FormatVersion.id > 0))):
        return
    entries: list[dict[str, Any]] = read_entries(content_dir / FILE)
    with unit_of_work():
        db.session.add_all(_first_version(entry) for entry in entries)


def _first_version(entry: dict[str, Any]) -> FormatVersion:
    return FormatVersion(
        format=ConversationFormat(entry["vorm"]),
        number=1,
        intro=entry["intro"],
        agenda=to_keep(AgendaPart(title, minutes, hint) for minutes, title, hint in entry["agenda"]),
        questions=[
            {"group": group["groep"], "text": text} for group in entry["vragen"] for text in group["vragen"]
        ],
        reason=FIRST_REASON,
        made_at=now(),
    )
