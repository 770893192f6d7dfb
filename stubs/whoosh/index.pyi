from whoosh.scoring import WeightingModel
from whoosh.searching import Searcher
from whoosh.writing import SegmentWriter

class FileIndex:
    def searcher(self, *, weighting: WeightingModel = ...) -> Searcher: ...
    def writer(self, *, timeout: float = 0.0, limitmb: int = 128, compound: bool = True) -> SegmentWriter: ...
