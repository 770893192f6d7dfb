"""Keeping the pictures that imported texts show."""

from typing import Protocol

from app.attachments.rules import SIZE_LIMIT, attachment_path, plain_file_name
from app.attachments.service import store
from app.core.db import unit_of_work
from app.core.errors import Invalid


class Pictures(Protocol):
    """Where pictures are read from: a folder, or the end of a history."""

    def read_other(self, path: str, limit: int) -> bytes | None:
        """The bytes of a file, one more than `limit` at most; None when it is not there."""


class Shelf:
    """The pictures of one import; each is read and kept once."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._kept: dict[str, str | None] = {}

    def keep(self, path: str) -> tuple[str, str] | None:
        """Keep a picture: its hash and its address; None when it is no picture that we may show."""
        if path not in self._kept:
            self._kept[path] = self._store(path)
        sha256 = self._kept[path]
        return (sha256, attachment_path(sha256, plain_file_name(path))) if sha256 else None

    def _store(self, path: str) -> str | None:
        data = self._pictures.read_other(path, SIZE_LIMIT)
        if data is None:
            return None
        try:
            with unit_of_work():
                return store(data, path)
        except Invalid:
            return None
