from collections.abc import Collection, Iterable, Iterator
from re import Pattern
from typing import Any

class Token:
    text: str
    pos: int
    startchar: int
    endchar: int
    boost: float
    stopped: bool
    positions: bool
    chars: bool
    mode: str
    def __init__(self, positions: bool = ..., chars: bool = ..., **kwargs: Any) -> None: ...
    def copy(self) -> Token: ...

class Composable:
    def __or__(self, other: Composable) -> CompositeAnalyzer: ...

class Tokenizer(Composable):
    def __call__(self, value: str, **kwargs: Any) -> Iterator[Token]: ...

class Filter(Composable):
    def __call__(self, tokens: Iterable[Token], **kwargs: Any) -> Iterator[Token]: ...

class Analyzer(Composable):
    def __call__(self, value: str, **kwargs: Any) -> Iterator[Token]: ...

class CompositeAnalyzer(Analyzer):
    def __init__(self, *composables: Composable) -> None: ...

class RegexTokenizer(Tokenizer):
    def __init__(self, expression: str | Pattern[str] = ..., gaps: bool = ...) -> None: ...

class LowercaseFilter(Filter): ...

class CharsetFilter(Filter):
    def __init__(self, charmap: object) -> None: ...

class StopFilter(Filter):
    def __init__(
        self,
        stoplist: Collection[str] = ...,
        minsize: int = ...,
        maxsize: int | None = ...,
        renumber: bool = ...,
        lang: str | None = ...,
    ) -> None: ...

class StemFilter(Filter):
    def __init__(self, stemfn: object = ..., lang: str | None = ..., **kwargs: Any) -> None: ...

class IDTokenizer(Tokenizer): ...
