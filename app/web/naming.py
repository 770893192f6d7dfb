"""The warning that words may point at a person, before others read them; who typed them may let them stay."""

from collections.abc import Iterable, Mapping

from app.accounts.name_queries import known_names
from app.text.personal_data.finding import find_personal_data
from app.text.personal_data.kinds import Finding
from app.web.forms import FormReader

CONFIRMED = "bevestigd"
"""Ticked by who read the warning that a text may point at a person."""
LONGEST_READ = 20_000
"""More than any of these fields takes; what is longer is refused for that, and need not be read first."""


def check_names(reader: FormReader, texts: Mapping[str, str], *, confirmed: bool) -> None:
    """Fail each field, by its name in the page, that may point at a person, unless that was allowed."""
    if confirmed:
        return
    names = known_names()
    for field, text in texts.items():
        if field not in reader.errors and find_personal_data(text, names):
            reader.fail(field, "names_somebody")


def findings_in(texts: Iterable[str]) -> tuple[Finding, ...]:
    """What may point at a person in the fields of one form, to name beside it."""
    names = known_names()
    return tuple(finding for text in texts for finding in find_personal_data(text[:LONGEST_READ], names))
