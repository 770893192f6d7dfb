"""What can point at a person in a text, and where it was found."""

from dataclasses import dataclass
from enum import StrEnum


class PersonalDataKind(StrEnum):
    """A sort of words or numbers by which somebody could be recognised."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    CITIZEN_NUMBER = "citizen_number"
    LICENCE_PLATE = "licence_plate"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that may point at a person: `text[start:end]`. What it says is `words`."""

    kind: PersonalDataKind
    start: int
    end: int
    words: str
