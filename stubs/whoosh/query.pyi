from collections.abc import Iterable, Sequence

class Query:
    boost: float
    def __and__(self, other: Query) -> Query: ...
    def __or__(self, other: Query) -> Query: ...
    def __sub__(self, other: Query) -> Query: ...
    def normalize(self) -> Query: ...

class _NullQuery(Query): ...

NullQuery: _NullQuery

class Every(Query):
    def __init__(self, fieldname: str | None = ..., boost: float = ...) -> None: ...

class Term(Query):
    def __init__(
        self, fieldname: str, text: str | bytes, boost: float = ..., minquality: float | None = ...
    ) -> None: ...

class Prefix(Query):
    def __init__(self, fieldname: str, text: str, boost: float = ..., constantscore: bool = ...) -> None: ...

class Phrase(Query):
    def __init__(
        self,
        fieldname: str,
        words: Sequence[str],
        slop: int = ...,
        boost: float = ...,
        char_ranges: object = ...,
    ) -> None: ...

class And(Query):
    def __init__(self, subqueries: Iterable[Query], boost: float = ...) -> None: ...

class Or(Query):
    def __init__(
        self,
        subqueries: Iterable[Query],
        boost: float = ...,
        minmatch: int = ...,
        scale: float | None = ...,
    ) -> None: ...

class DisjunctionMax(Query):
    def __init__(self, subqueries: Iterable[Query], boost: float = ..., tiebreak: float = ...) -> None: ...

class Not(Query):
    def __init__(self, query: Query, boost: float = ...) -> None: ...

class AndNot(Query):
    def __init__(self, a: Query, b: Query) -> None: ...

class AndMaybe(Query):
    def __init__(self, a: Query, b: Query) -> None: ...

class Require(Query):
    def __init__(self, a: Query, b: Query) -> None: ...

class ConstantScoreQuery(Query):
    def __init__(self, child: Query, score: float = ...) -> None: ...
