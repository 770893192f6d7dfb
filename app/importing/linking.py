"""Turning the links and pictures of a document into those of the guide."""

from dataclasses import dataclass

from app.importing.documents import Document
from app.importing.report import Finding
from app.importing.service import Picture


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A body whose links lead to pages, the pictures it shows, and what could not be done."""

    body: str
    pictures: tuple[Picture, ...] = ()
    findings: tuple[Finding, ...] = ()


def link_up(document: Document) -> LinkedText:
    """The body with its links and pictures settled."""
    return LinkedText(document.body)
