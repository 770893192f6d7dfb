from whoosh.matching import Matcher
from whoosh.searching import Searcher

class BaseScorer:
    def score(self, matcher: Matcher) -> float: ...

class WeightingModel:
    def scorer(self, searcher: Searcher, fieldname: str, text: bytes, qf: float = 1) -> BaseScorer: ...

class BM25F(WeightingModel):
    K1: float
    def __init__(self, B: float = 0.75, K1: float = 1.2, **field_b: float) -> None: ...
