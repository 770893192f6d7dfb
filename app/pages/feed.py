"""Recent changes as an Atom feed (RFC 4287), without names."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from app.core.clock import now
from app.pages.history_queries import RevisionRow

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
TAG_YEAR = 2021
# What XML 1.0 cannot hold, not even escaped.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_feed(changes: Sequence[RevisionRow], *, site_name: str, base_url: str) -> bytes:
    """The changes, newest first, as a well-formed document with absolute addresses."""
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
    tag = f"tag:{urlsplit(base_url).hostname},{TAG_YEAR}:"
    _text(feed, "id", f"{tag}wijzigingen")
    _text(feed, "title", f"Wijzigingen – {site_name}")
    _text(feed, "updated", (changes[0].published_at if changes else now()).isoformat())
    _text(SubElement(feed, "author"), "name", site_name)
    SubElement(feed, "link", {"rel": "self", "type": MEDIA_TYPE, "href": f"{base_url}/feed.xml"})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{base_url}/wijzigingen"})
    for change in changes:
        _entry(SubElement(feed, "entry"), change, tag=tag, base_url=base_url)
    document: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return document


def _entry(entry: Element, change: RevisionRow, *, tag: str, base_url: str) -> None:
    _text(entry, "id", f"{tag}versie/{change.id}")
    _text(entry, "title", change.title)
    _text(entry, "updated", change.published_at.isoformat())
    _text(entry, "published", change.published_at.isoformat())
    href = base_url + (change.compare_url or change.url)
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    summary = "\n".join(part for part in (change.change_note, change.reason) if part)
    _text(entry, "summary", summary or f"Versie {change.number}")


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _NOT_IN_XML.sub("", text)
