"""From our own small tree to Whoosh's queries; Whoosh never parses anything."""

from collections.abc import Iterator
from itertools import islice

from whoosh import query as whoosh
from whoosh.reading import IndexReader

from app.search import analysis
from app.search.dutch import STOP_WORDS
from app.search.port import Part, Request
from app.search.query import Phrase, Prefix, Term, Word

# A hit in the title outweighs the most that headings and text can bring together (see test_engine_whoosh).
BOOSTS = {"title": 12.0, "headings": 2.5, "text": 1.0}
EXACT_BOOSTS = {"exact_title": 12.0, "exact_text": 1.0}
DESCRIBES_BOOST = 60.0
MOST_EXPANSIONS = 400


class BoundedPrefix(whoosh.Prefix):
    """All words that begin with something, up to a number that keeps the search quick."""

    def _btexts(self, reader: IndexReader) -> Iterator[bytes]:
        return islice(super()._btexts(reader), MOST_EXPANSIONS)


def whoosh_query(request: Request) -> whoosh.Query:
    """The whole question, without audience and theme: those are sets of documents, see `Snapshot`."""
    parts = [part for part in map(_part, request.parts) if part is not None]
    if not parts:
        return whoosh.NullQuery
    wanted = parts[0] if len(parts) == 1 else (whoosh.Or if request.any_part else whoosh.And)(parts)
    unwanted = [query for query in map(_term, request.unwanted) if query is not None]
    return whoosh.AndNot(wanted, whoosh.Or(unwanted)) if unwanted else wanted


def _part(part: Part) -> whoosh.Query | None:
    """All terms of a part; stop words are left out, `query.parse` sees to it that others are there."""
    terms = [query for query in map(_term, part.terms) if query is not None]
    described = [whoosh.Term("describes", str(id_), boost=DESCRIBES_BOOST) for id_ in part.topic_ids]
    if not terms:
        return whoosh.Or(described) if described else None
    wanted = terms[0] if len(terms) == 1 else whoosh.And(terms)
    return whoosh.Or([wanted, *described]) if described else wanted


def _term(term: Term) -> whoosh.Query | None:
    match term:
        case Word(text):
            if text in STOP_WORDS:
                return None
            stem = analysis.stem(text)
            return whoosh.Or([whoosh.Term(field, stem, boost=boost) for field, boost in BOOSTS.items()])
        case Phrase((word,)):
            return whoosh.Or([whoosh.Term(field, word, boost=boost) for field, boost in EXACT_BOOSTS.items()])
        case Phrase(words):
            return whoosh.Or(
                [whoosh.Phrase(field, list(words), boost=boost) for field, boost in EXACT_BOOSTS.items()]
            )
        case Prefix(text):
            return whoosh.Or(
                [BoundedPrefix(field, text, boost=boost) for field, boost in EXACT_BOOSTS.items()]
            )
