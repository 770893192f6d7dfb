"""Writing to a Whoosh index: its fields, and changes that become visible together.

Every text is cut into words by `app.search.analysis` and handed over as a list, so that Whoosh's own
analysers, which would be pickled into the index, have no part in it.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from app.search import analysis
from app.search.engine_whoosh_storage import SharedStorage
from app.search.port import Document, IndexUnusable

WRITER_MEGABYTES = 32
# Our own lock comes first, so Whoosh's is free unless something else opened the index.
LOCK_SECONDS = 10.0

SCHEMA = Schema(
    page=ID(stored=True, unique=True),
    seal=STORED,
    audience=ID,
    topic=KEYWORD,
    describes=ID,
    title=TEXT(phrase=False),
    headings=TEXT(phrase=False),
    text=TEXT(phrase=False),
    exact_title=TEXT,
    exact_text=TEXT,
)


def create_index(folder: Path) -> None:
    """Put a new index in an empty folder."""
    SharedStorage(str(folder)).create_index(SCHEMA)


def fields_of(document: Document) -> dict[str, object]:
    """What Whoosh is given for a document."""
    return {
        "page": str(document.page_id),
        "seal": document.seal,
        "audience": document.audience.value,
        "topic": [str(topic_id) for topic_id in document.topic_ids],
        "describes": str(document.describes_topic_id or ""),
        "title": analysis.stems(document.title),
        "headings": analysis.stems(document.headings),
        "text": analysis.stems(document.text),
        "exact_title": analysis.words(document.title),
        "exact_text": analysis.words(document.text),
    }


class WhooshBatch:
    """Changes to one index; nothing is written when none was asked. Give each page to it once."""

    def __init__(self, index: FileIndex) -> None:
        self._index = index
        self._writer: SegmentWriter | None = None

    @property
    def begun(self) -> bool:
        """True when any change was asked."""
        return self._writer is not None

    def seals(self, page_ids: Collection[int] | None = None) -> dict[int, str]:
        """The seal of each document of these pages, or of all, as they were before this batch."""
        with damage_as_unusable(), self._index.searcher() as searcher:
            if page_ids is None:
                stored = list(searcher.documents())
            else:
                found = (searcher.document(page=str(page_id)) for page_id in page_ids)
                stored = [fields for fields in found if fields is not None]
        return {int(fields["page"]): str(fields["seal"]) for fields in stored}

    def put(self, document: Document) -> None:
        """Add a document, or replace the one of the same page."""
        fields = fields_of(document)
        with damage_as_unusable():
            self._begin().update_document(**fields)

    def remove(self, page_id: int) -> None:
        """Take the document of a page out."""
        with damage_as_unusable():
            self._begin().delete_by_term("page", str(page_id))

    def commit(self) -> None:
        """Write the changes."""
        if self._writer is not None:
            with damage_as_unusable():
                self._writer.commit()

    def cancel(self) -> None:
        """Forget the changes."""
        if self._writer is not None:
            with suppress(Exception):  # on a damaged index; what led here is the news
                self._writer.cancel()

    def _begin(self) -> SegmentWriter:
        if self._writer is None:
            self._writer = self._index.writer(timeout=LOCK_SECONDS, limitmb=WRITER_MEGABYTES, compound=False)
        return self._writer


@contextmanager
def damage_as_unusable() -> Iterator[None]:
    """Give every failure of Whoosh or the file system the one name that the callers know."""
    try:
        yield
    except Exception as error:
        raise IndexUnusable(repr(error)) from error


@contextmanager
def batch(folder: Path) -> Iterator[WhooshBatch]:
    """Changes to the index in a folder, written when the block ends well and forgotten otherwise."""
    with damage_as_unusable():
        changes = WhooshBatch(SharedStorage(str(folder)).open_index())
    try:
        yield changes
    except BaseException:
        changes.cancel()
        raise
    changes.commit()
