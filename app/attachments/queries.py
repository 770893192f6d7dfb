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
    """A file that can be served; `size` is in bytes."""

    sha256: str
    media_type: str
    file_name: str
    path: Path

    @property
    def is_raster(self) -> bool:
        """True for a picture that a browser may show in place: it cannot hold a script."""
        return self.media_type in RASTER_TYPES


def stored_file(sha256: str) -> StoredFile | None:
    """The file with this hash; None when it was never kept or its content is gone."""
    wanted = select(Attachment.sha256, Attachment.media_type, Attachment.file_name)
    row = db.session.execute(wanted.where(Attachment.sha256 == sha256)).first()
    if row is None:
        return None
    file = StoredFile(*row, path=path_of(sha256))
    return file if file.path.is_file() else None
