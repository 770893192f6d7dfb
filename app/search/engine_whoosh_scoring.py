"""How well a document fits a word: BM25, which in running text leaves the length of the document aside.

Looking up the length of every document with a common word takes most of the time of a search, and pages of a
guide do not differ much in length. A title does: one word of two says more than one of ten.
"""

from whoosh.matching import Matcher
from whoosh.scoring import BM25F, BaseScorer
from whoosh.searching import Searcher

LENGTHY_FIELDS = frozenset({"text", "exact_text"})


class FrequencyScorer(BaseScorer):
    """The part of BM25 that says: rarer words count more, the first times more than the tenth."""

    def __init__(self, idf: float, k1: float) -> None:
        self.idf = idf
        self.k1 = k1

    def score(self, matcher: Matcher) -> float:
        """The score of the document that the matcher stands at."""
        weight = matcher.weight()
        return self.idf * weight * (self.k1 + 1) / (weight + self.k1)


class Weighting(BM25F):
    """BM25 by field."""

    def scorer(self, searcher: Searcher, fieldname: str, text: bytes, qf: float = 1) -> BaseScorer:
        """What gives the documents with a word in a field their scores."""
        if fieldname in LENGTHY_FIELDS:
            return FrequencyScorer(searcher.get_parent().idf(fieldname, text), self.K1)
        return super().scorer(searcher, fieldname, text, qf)


WEIGHTING = Weighting(title_B=0.3, headings_B=0.4, exact_title_B=0.3)
