"""Finding a kept file."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from app.attachments.files import path_of
from app.attachments.models import Attachment
from app.attachments.rules import RASTER_TYPES
from app.core.db import db


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A picture that can be served; a raster picture cannot hold a script."""

    sha256: str
    media_type: str
    file_name: str
    path: Path


def stored_file(sha256: str) -> StoredFile | None:
    """The picture with this hash; None when it was never kept, is gone or could hold a script."""
    wanted = select(Attachment.sha256, Attachment.media_type, Attachment.file_name)
    row = db.session.execute(wanted.where(Attachment.sha256 == sha256)).first()
    if row is None:
        return None
    file = StoredFile(*row, path=path_of(sha256))
    return file if file.media_type in RASTER_TYPES and file.path.is_file() else None
