"""What an example of a page is: where to look, as whom, and after doing what."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

ANONYMOUS = "anonymous"
READER, WRITER, REDACTEUR, SECOND_REDACTEUR = "Lezer", "Medewerker", "Redacteur", "Tweede redacteur"
EVERYBODY = (ANONYMOUS, WRITER, REDACTEUR)


def look(_page: Page) -> None:
    """Do nothing but look."""


@dataclass(frozen=True)
class Example:
    """A page to meet: where, by whom, after doing what; `empty`: in a guide with nothing in it yet."""

    name: str
    address: str
    visitors: tuple[str, ...] = (ANONYMOUS,)
    act: Callable[[Page], object] = look
    empty: bool = False
