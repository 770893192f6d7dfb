"""Reading one state of a Whoosh index."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from rapidfuzz.distance import OSA
from whoosh import query as whoosh
from whoosh.searching import Searcher

from app.search.engine_whoosh_queries import whoosh_query
from app.search.engine_whoosh_scoring import WEIGHTING
from app.search.engine_whoosh_storage import SharedStorage
from app.search.port import Audience, Found, Request

FIELDS_WITH_LENGTH = ("title", "headings", "exact_title")
SUGGESTED_FROM = ("exact_title", "exact_text")
LONGEST_SUGGESTED = 32
SHORTEST_SUGGESTED = 3
TWO_MISTAKES_FROM = 6
MOST_CANDIDATES = 40
KEPT_ANSWERS = 64


class Snapshot:
    """The index at one moment; for one thread at a time."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self._answers: dict[Request, Found] = {}
        self._audiences: dict[Audience, frozenset[int]] = {}

    @classmethod
    def of(cls, folder: Path) -> "Snapshot":
        """The index in a folder as it is now; raises whatever Whoosh makes of a damaged one."""
        snapshot = cls(SharedStorage(str(folder)).open_index().searcher(weighting=WEIGHTING))
        snapshot._open_all_files()
        return snapshot

    def close(self) -> None:
        """Let go of the files."""
        self.searcher.close()

    def search(self, request: Request) -> Found:
        """The answer, kept for whoever asks the same: the next piece of a long list, or another reader."""
        if request not in self._answers:
            if len(self._answers) >= KEPT_ANSWERS:
                self._answers.pop(next(iter(self._answers)))
            self._answers[request] = self._search(request)
        return self._answers[request]

    def _search(self, request: Request) -> Found:
        """Filter on the audience first, count the themes of what is left, then apply the theme asked for."""
        visible = self._documents_for(request.audience)
        results = self.searcher.search(whoosh_query(request), limit=None)
        ranked = [number for _, number in results.top_n if number in visible]
        fitting = frozenset(ranked)
        counts = {topic: len(fitting & documents) for topic, documents in self._topics.items()}
        if request.topic_id is not None:
            on_topic = self._topics.get(request.topic_id, frozenset())
            ranked = [number for number in ranked if number in on_topic]
        return Found(
            page_ids=tuple(self._pages[number] for number in ranked),
            topic_counts={topic: count for topic, count in counts.items() if count},
        )

    def suggest(self, word: str, audience: Audience) -> str | None:
        """The nearest word of a document of this audience, the most used one among equally near ones."""
        if not SHORTEST_SUGGESTED <= len(word) <= LONGEST_SUGGESTED or self._count(word, audience):
            return None
        mistakes = 2 if len(word) >= TWO_MISTAKES_FROM else 1
        reader = self.searcher.reader()
        near = {
            candidate
            for field in SUGGESTED_FROM
            for candidate in reader.terms_within(field, word, mistakes, prefix=1)
        }
        ranked = sorted(near, key=lambda candidate: (OSA.distance(word, candidate), candidate))
        counted = [
            (OSA.distance(word, other), -self._count(other, audience), other)
            for other in ranked[:MOST_CANDIDATES]
        ]
        return min((found for found in counted if found[1]), default=(0, 0, None))[2]

    def _open_all_files(self) -> None:
        """Whoosh opens some at first use; by then another process may have removed them."""
        for reader, _ in self.searcher.reader().leaf_readers():
            for field in FIELDS_WITH_LENGTH:
                reader.doc_field_length(0, field)
        self._pages  # noqa: B018 reading them opens what is stored

    def _count(self, word: str, audience: Audience) -> int:
        """In how many documents of this audience a word stands."""
        documents: set[int] = set()
        for field in SUGGESTED_FROM:
            documents.update(self.searcher.docs_for_query(whoosh.Term(field, word)))
        return len(documents & self._documents_for(audience))

    def _documents_for(self, audience: Audience) -> frozenset[int]:
        if audience not in self._audiences:
            found = self.searcher.docs_for_query(whoosh.Term("audience", audience.value))
            self._audiences[audience] = frozenset(found)
        return self._audiences[audience]

    @cached_property
    def _topics(self) -> Mapping[int, frozenset[int]]:
        """The documents of each theme."""
        themes = [word.decode("ascii") for word in self.searcher.reader().lexicon("topic")]
        return {
            int(theme): frozenset(self.searcher.docs_for_query(whoosh.Term("topic", theme)))
            for theme in themes
        }

    @cached_property
    def _pages(self) -> Mapping[int, int]:
        """The page of each document."""
        stored = self.searcher.reader().iter_docs()
        return {number: int(fields["page"]) for number, fields in stored}
