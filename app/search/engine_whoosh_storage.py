"""The files of a Whoosh index, read from memory that all processes share.

Whoosh's own storage copies every file into the private memory of each process that opens an index.
"""

import mmap
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile, StructFile


class SharedFile(BufferFile):
    """A file that is read in place."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as opened:
            mapped = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        # What BufferFile sets, but for the copy it makes.
        self.file = mapped
        self._buf = memoryview(mapped)
        self._name = path.name
        self.onclose = None
        self.is_real = False
        self.is_closed = False

    def close(self) -> None:
        """Let go of the memory."""
        self._buf.release()
        super().close()


class SharedStorage(FileStorage):
    """A folder with the files of an index."""

    def open_file(self, name: str, **options: object) -> StructFile:
        """A file to read; an empty one cannot be mapped."""
        path = Path(self.folder) / name
        return SharedFile(path) if path.stat().st_size else super().open_file(name, **options)
