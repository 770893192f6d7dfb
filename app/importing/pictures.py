"""Keeping the pictures that imported texts show."""

from app.attachments.rules import SIZE_LIMIT, attachment_path, plain_file_name
from app.attachments.service import store
from app.core.db import unit_of_work
from app.core.errors import Invalid
from app.importing.folder import Folder


class Shelf:
    """The pictures of one folder; each is read and kept once."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._kept: dict[str, str | None] = {}

    def keep(self, path: str) -> tuple[str, str] | None:
        """Keep a picture: its hash and its address; None when it is no picture that we may show."""
        if path not in self._kept:
            self._kept[path] = self._store(path)
        sha256 = self._kept[path]
        return (sha256, attachment_path(sha256, plain_file_name(path))) if sha256 else None

    def _store(self, path: str) -> str | None:
        file = self._folder.other_file(path)
        if file is None:
            return None
        try:
            with file.open("rb") as opened:
                data = opened.read(SIZE_LIMIT + 1)
        except OSError:
            return None
        try:
            with unit_of_work():
                return store(data, path)
        except Invalid:
            return None
