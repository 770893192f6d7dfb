"""Search on one machine: a Whoosh index that every process reads and any one of them writes.

Whoosh raises whatever comes up on a damaged index (EOFError, TypeError, UnpicklingError …),
so every `Exception` counts as `IndexUnusable`.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from app.search.engine_whoosh_folder import IndexFolder, State
from app.search.engine_whoosh_reading import Snapshot
from app.search.engine_whoosh_writing import batch, create_index, damage_as_unusable
from app.search.port import Audience, Batch, Found, IndexUnusable, Request


class WhooshEngine:
    """The engine of one process. Its threads take turns: they share one open index."""

    def __init__(self, root: Path) -> None:
        self.folder = IndexFolder(root)
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._index: Path | None = None
        self._state: State = ()

    def search(self, request: Request) -> Found:
        """Find documents."""
        with self._reading() as snapshot:
            return snapshot.search(request)

    def suggest(self, word: str, audience: Audience) -> str | None:
        """A word that looks like this one and can be found."""
        with self._reading() as snapshot:
            return snapshot.suggest(word, audience)

    @contextmanager
    def updating(self) -> Iterator[Batch]:
        """Change the index in use when nobody else does; errors of the block itself pass through."""
        with ExitStack() as stack:
            with damage_as_unusable():
                stack.enter_context(self.folder.changing())
                index = self.folder.in_use()
            with batch(index) as changes:
                yield changes
            if changes.begun:
                with damage_as_unusable():
                    self.folder.use(index)

    def identity(self) -> str:
        """The name of the index in use."""
        try:
            return self.folder.in_use().name
        except (OSError, ValueError):
            return ""

    def replace(
        self,
        fill: Callable[[Batch], None],
        catch_up: Callable[[Batch], None],
        *,
        instead_of: str | None = None,
    ) -> None:
        """Build a new index beside the one in use and switch.

        The index that was in use stays on the disk until the next time: a reader may be about to open it.
        """
        with self.folder.building() as alone:
            if not alone or instead_of not in (None, self.identity()):
                return
            self.folder.clear()
            index = self.folder.make()
            create_index(index)
            with batch(index) as changes:
                fill(changes)
            with self.folder.changing():
                with batch(index) as changes:
                    catch_up(changes)
                self.folder.use(index)

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        with self._lock:
            try:
                yield self._up_to_date()
            except Exception as error:
                self._close()
                raise IndexUnusable from error

    def _up_to_date(self) -> Snapshot:
        """The open index, read again when any process changed it."""
        if self._snapshot is None or self.folder.state(self._index) != self._state:
            # Opened again, for Searcher.refresh() goes on finding documents that were replaced.
            self._close()
            self._snapshot = self._open()
        return self._snapshot

    def _open(self) -> Snapshot:
        """The index in use; opened once more when it changed meanwhile, for then a file may be gone."""
        while True:
            index = self.folder.in_use()
            state = self.folder.state(index)
            try:
                snapshot = Snapshot.of(index)
            except Exception:
                if self.folder.in_use() == index and self.folder.state(index) == state:
                    raise
            else:
                # The state from before it was read: a change in between makes the next request look again.
                self._index, self._state = index, state
                return snapshot

    def _close(self) -> None:
        snapshot, self._snapshot = self._snapshot, None
        if snapshot is not None:
            with suppress(Exception):  # of a damaged index
                snapshot.close()
