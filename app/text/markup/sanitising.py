"""The last step before HTML is stored: only what is on these lists gets through bleach.

Our own ids, classes and roles are written with a mark that nobody can guess; the sanitiser keeps an `id`,
`class`, `role`, `tabindex`, `aria-label`, `type` or `popovertarget` only when it carries the mark, and takes
the mark off in the same pass. So what a person writes as raw HTML can never pass for something of ours; a
button of theirs becomes a span.
"""

import html
import re
import secrets
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from bleach.sanitizer import Cleaner

_MARK = f"own{secrets.token_hex(12)}-"
_OURS = frozenset({"id", "class", "role", "tabindex", "aria-label", "type", "popovertarget"})
_INLINE_TAGS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "br",
        "button",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
    }
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "ul", "var"}
)
_TAGS = (
    _INLINE_TAGS
    | {"blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h2", "h3", "h4"}
    | {
        "h5",
        "h6",
        "hr",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    }
)
_ATTRIBUTES = {
    "a": frozenset({"href", "title"}),
    "abbr": frozenset({"title"}),
    "dfn": frozenset({"title"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "src", "title"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
}
_NONE: frozenset[str] = frozenset()
_COUNT = re.compile(r"\d{1,9}")
_SCOPE = re.compile(r"col|row")
_ON_THIS_SITE = re.compile(r"/(?![/\\])[^\s\\]*")
_ELSEWHERE = re.compile(r"[\x00-\x20]*(?:https?:|[/\\][\t\r\n]*[/\\])", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED_IN_ADDRESSES = re.compile("[\x00-\x20\x7f-\xa0]+")
_PROTOCOLS = frozenset({"http", "https", "mailto"})
_CLASS, _REL, _HREF, _ID = (None, "class"), (None, "rel"), (None, "href"), (None, "id")
_OPENS, _TYPE = (None, "popovertarget"), (None, "type")
_Token = dict[str, Any]
_Attributes = dict[tuple[str | None, str], str]


def own(value: str) -> str:
    """The value of an attribute that only we may write, marked so that the sanitiser keeps it."""
    return _MARK + value


def own_attributes(**values: str) -> str:
    """Our attributes as they stand in a start tag; `cls` is the class and `label` the aria-label."""
    names = {"cls": "class", "label": "aria-label"}
    pairs = ((names.get(name, name), html.escape(own(value))) for name, value in values.items() if value)
    return "".join(f' {name}="{value}"' for name, value in pairs)


def is_on_this_site(address: str) -> bool:
    """Whether an address is a path on this site, the only place pictures may come from."""
    return _ON_THIS_SITE.fullmatch(html.unescape(address)) is not None


def _allows(tag: str, name: str, value: str) -> bool:
    if name in _OURS:
        return value.startswith(_MARK)
    if name not in _ATTRIBUTES.get(tag, _NONE):
        return False
    if name == "src":
        return is_on_this_site(value)
    if name == "href":
        return _has_plain_scheme(value)
    if name in ("colspan", "rowspan", "start"):
        return _COUNT.fullmatch(value) is not None
    return name != "scope" or _SCOPE.fullmatch(value) is not None


def _has_plain_scheme(address: str) -> bool:
    """Whether an address names no scheme or one of ours; bleach also lets `name:123` pass."""
    scheme = _SCHEME.match(_IGNORED_IN_ADDRESSES.sub("", html.unescape(address)))
    return scheme is None or scheme.group(1).lower() in _PROTOCOLS


def _finish(source: Iterable[_Token], *, apart: bool) -> Iterator[_Token]:
    """Take the mark off our attributes and say of links that leave the site that they do."""
    buttons: list[str] = []  # what each open one is called in the end
    for token in source:
        attributes = token.get("data")
        if isinstance(attributes, dict) and token["type"] in ("StartTag", "EmptyTag"):
            for key, value in attributes.items():
                if key[1] in _OURS:
                    attributes[key] = value.removeprefix(_MARK)
            if apart:
                attributes.pop(_ID, None)
            if token["name"] == "a":
                _finish_link(attributes, apart=apart)
            elif token["name"] == "button":
                buttons.append(_finish_button(attributes, apart=apart))
                token["name"] = buttons[-1]
        elif token["type"] == "EndTag" and token["name"] == "button" and buttons:
            token["name"] = buttons.pop()
        yield token


def _finish_button(attributes: _Attributes, *, apart: bool) -> str:
    """A button of ours opens what stands below the text; apart from it, or typed by a person, it is words."""
    if not apart and _OPENS in attributes:
        return "button"
    attributes.pop(_OPENS, None)
    attributes.pop(_TYPE, None)
    return "span"


def _finish_link(attributes: _Attributes, *, apart: bool) -> None:
    address = html.unescape(attributes.get(_HREF, ""))
    if _ELSEWHERE.match(address):
        attributes[_REL] = "noopener noreferrer"
        attributes[_CLASS] = " ".join(filter(None, (attributes.get(_CLASS), "external-link")))
    elif apart and address.startswith("#"):
        del attributes[_HREF]


class Sanitiser:
    """The ways in which HTML is made safe. Not to be shared between threads: the parser has state."""

    def __init__(self) -> None:
        self._page = _cleaner(_TAGS, filters=[partial(_finish, apart=False)])
        self._segment = _cleaner(_TAGS, filters=[partial(_finish, apart=True)])
        self._block = _cleaner(_TAGS)
        self._leaf = _cleaner(_INLINE_TAGS, strip=False)

    def page(self, markup: str) -> str:
        """The HTML of a whole page, ready to be stored."""
        return self._page.clean(markup)

    def segment(self, markup: str) -> str:
        """The HTML of one block shown apart: without ids and without links to other parts of its page."""
        return self._segment.clean(markup)

    def typed_block(self, markup: str) -> str:
        """Raw HTML of a block as somebody typed it: balanced, still to be sanitised with its page."""
        return self._block.clean(markup)

    def typed_inline(self, markup: str) -> str:
        """A line in which somebody typed HTML: balanced, unknown tags as text, still to be sanitised."""
        return self._leaf.clean(markup)


def _cleaner(tags: frozenset[str], *, strip: bool = True, filters: list[Any] | None = None) -> Cleaner:
    return Cleaner(tags=tags, attributes=_allows, protocols=_PROTOCOLS, strip=strip, filters=filters)
