from typing import Any

from whoosh.analysis import Analyzer

class FieldType: ...

class ID(FieldType):
    def __init__(
        self,
        stored: bool = ...,
        unique: bool = ...,
        field_boost: float = ...,
        sortable: bool = ...,
        analyzer: Analyzer | None = ...,
    ) -> None: ...

class NUMERIC(FieldType):
    def __init__(
        self,
        numtype: type = ...,
        *,
        bits: int = ...,
        stored: bool = ...,
        unique: bool = ...,
        sortable: bool = ...,
        signed: bool = ...,
        **kwargs: Any,
    ) -> None: ...

class STORED(FieldType): ...

class KEYWORD(FieldType):
    def __init__(
        self,
        stored: bool = ...,
        lowercase: bool = ...,
        commas: bool = ...,
        scorable: bool = ...,
        unique: bool = ...,
        field_boost: float = ...,
        sortable: bool = ...,
        **kwargs: Any,
    ) -> None: ...

class TEXT(FieldType):
    def __init__(
        self,
        analyzer: Analyzer | None = ...,
        phrase: bool = ...,
        chars: bool = ...,
        stored: bool = ...,
        field_boost: float = ...,
        multitoken_query: str = ...,
        spelling: bool = ...,
        sortable: bool = ...,
        **kwargs: Any,
    ) -> None: ...

class Schema:
    def __init__(self, **fields: FieldType) -> None: ...
    def names(self) -> list[str]: ...
    def __getitem__(self, name: str) -> FieldType: ...
