"""What a browser would make of a whole page, with our own forms, scripts and icons in it."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from bleach._vendor import html5lib  # type: ignore[import-not-found]  # kept in bleach without types
from werkzeug.test import TestResponse

# Put behind every hostile text: seen as an element or an attribute when it was not escaped.
CANARY = "\"'><kanarie kanarie=1>"

_NEVER = frozenset(
    {"applet", "audio", "base", "embed", "frame", "frameset", "iframe", "kanarie", "marquee", "math"}
    | {"noscript", "object", "set", "style", "template", "video", "animate", "foreignobject"}
)
_OWN_TEMPLATES = ({"data-draft-offer"}, {"data-draft-news"}, {"data-draft-line"})
_ADDRESSES = frozenset({"action", "background", "data", "formaction", "href", "poster", "src", "xlink:href"})
_NEVER_ATTRIBUTES = frozenset({"background", "http-equiv", "kanarie", "ping", "srcdoc", "srcset", "style"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_DROPPED_BY_BROWSERS = re.compile(r"[\x00-\x20]")


def page_faults(page: str) -> list[str]:
    """What on this page a browser would run, load from elsewhere, or take for ours though it was typed."""
    tree = html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)
    return [fault for element in tree.iter() if isinstance(element.tag, str) for fault in _faults_of(element)]


def feed_faults(document: bytes) -> list[str]:
    """A feed must be well formed; what stands in it is text."""
    root = ElementTree.fromstring(document)  # noqa: S314 our own feed
    known = {"feed", "entry", "id", "title", "updated", "published", "author", "name", "link", "summary"}
    return sorted({element.tag.rpartition("}")[2] for element in root.iter()} - known)


def answer_faults(answer: TestResponse) -> list[str]:
    """The same for an answer of either kind."""
    if answer.mimetype == "application/atom+xml":
        return feed_faults(answer.data)
    return page_faults(answer.text)


def _faults_of(element: Any) -> Iterator[str]:
    tag = element.tag.rpartition("}")[2].lower()
    ours = tag == "template" and set(element.attrib) in _OWN_TEMPLATES
    if tag in _NEVER and not ours:
        yield f"<{tag}>"
    if tag == "script" and not str(element.get("src", "")).startswith("/static/"):
        yield "a script of somebody else"
    for name, value in element.attrib.items():
        plain = str(name).rpartition("}")[2].lower()
        runs = plain in _NEVER_ATTRIBUTES or plain.startswith("on")
        leads = plain in _ADDRESSES and not _leads_somewhere_harmless(tag, plain, value)
        if runs or leads:
            yield f"<{tag} {plain}={value!r}>"


def _leads_somewhere_harmless(tag: str, name: str, value: str) -> bool:
    address = _DROPPED_BY_BROWSERS.sub("", value).lower()
    if tag == "a" and name == "href":
        scheme = _SCHEME.match(address)
        return scheme is None or scheme.group(1) in {"http", "https", "mailto"}
    return address.startswith("/") and not address.startswith(("//", "/\\"))
