"""Components of other programs (`<Tabs>`, `<Card … />`) are left out; the words inside them stay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.importing.code_mask import masked
from app.importing.kinds import Remark
from app.importing.report import Finding

DEEPEST = 20
LONGEST_TAG = 2_000
_BEGIN = re.compile(r"(?<![\w<\\])<(/?)([A-Z]\w*(?:\.\w+)*)(?=[\s/>])")
_ATTRIBUTE = re.compile(
    r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|\{\s*(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`)\s*\})"
)
_LABELS = ("label", "title", "heading", "summary", "value")
_LINK_LABELS = ("linkLabel", *_LABELS)
_ADDRESSES = ("href", "to")


@dataclass(frozen=True, slots=True)
class _Tag:
    start: int
    end: int
    name: str
    closing: bool
    attributes: dict[str, str]
    self_closing: bool


@dataclass(slots=True)
class _Element:
    """A component from its first sign to its last, with the components inside it."""

    opening: _Tag
    closing: _Tag | None = None
    children: list["_Element"] = field(default_factory=list)

    @property
    def is_component(self) -> bool:
        """A lone `<Naam>`, never closed and without attributes, is a word that somebody typed."""
        return bool(self.closing or self.opening.self_closing or self.opening.attributes)


def without_components(text: str) -> tuple[str, list[Finding]]:
    """The text without components: what they hold stays, under its label, and their links stay links."""
    elements = _settled(_elements(_tags(text, masked(text))))
    written = _write(text, (0, len(text)), elements)
    return written, [
        Finding(Remark.COMPONENT_LEFT_OUT, f"<{name}>") for name in dict.fromkeys(_names(elements))
    ]


def _tags(text: str, hidden: str) -> Iterator[_Tag]:
    position = 0
    while begin := _BEGIN.search(hidden, position):
        position = begin.end()
        end = _end_of_tag(text, begin.end())
        # Capitals alone are HTML as people typed it long ago.
        if end is None or begin.group(2).isupper():
            continue
        inside = text[begin.end() : end - 1]
        attributes = {
            match.group(1): next(filter(None, match.groups()[1:]), "")
            for match in _ATTRIBUTE.finditer(inside)
        }
        ends_itself = inside.rstrip().endswith("/")
        yield _Tag(begin.start(), end, begin.group(2), bool(begin.group(1)), attributes, ends_itself)
        position = end


def _end_of_tag(text: str, position: int) -> int | None:
    """After the `>` that ends the tag; one inside quotes or braces does not."""
    quote, braces = "", 0
    for place in range(position, min(len(text), position + LONGEST_TAG)):
        sign = text[place]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'`":
            quote = sign
        elif sign in "{}":
            braces += 1 if sign == "{" else -1
        elif sign in "<>" and braces == 0:
            return place + 1 if sign == ">" else None
    return None


def _elements(tags: Iterator[_Tag]) -> list[_Element]:
    """Every tag with what belongs to it, in a tree; those that are never closed hold all that follows."""
    roots: list[_Element] = []
    open_ones: list[_Element] = []
    for tag in tags:
        if tag.closing:
            matching = [element for element in open_ones if element.opening.name == tag.name]
            if matching:
                matching[-1].closing = tag
                del open_ones[open_ones.index(matching[-1]) :]
            continue
        element = _Element(tag)
        (open_ones[-1].children if open_ones else roots).append(element)
        if not tag.self_closing and len(open_ones) < DEEPEST:
            open_ones.append(element)
    return roots


def _settled(elements: list[_Element]) -> list[_Element]:
    """The components alone: what an element that is never closed holds stands beside it."""
    found = []
    for element in elements:
        children = _settled(element.children)
        if element.is_component:
            found.append(element)
        if element.closing:
            element.children = children
        else:
            element.children = []
            found += children
    return found


def _names(elements: list[_Element]) -> Iterator[str]:
    for element in elements:
        yield element.opening.name
        yield from _names(element.children)


def _write(text: str, span: tuple[int, int], elements: list[_Element], outside: str | None = None) -> str:
    """The text of a span; what components held comes as deep as the outermost one stood (`outside`)."""
    position, end = span
    parts = []
    for element in elements:
        indent = _indent_before(text, element.opening.start)
        begin = element.opening.start - len(indent or "")
        parts.append(text[position : max(position, begin)])
        parts.append(_replacement(text, element, indent if outside is None or indent is None else outside))
        position = (element.closing or element.opening).end
    return "".join([*parts, text[position:end]])


def _indent_before(text: str, position: int) -> str | None:
    """The white space from the line's beginning; None when something else stands before it."""
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return None if before.strip() else before


def _replacement(text: str, element: _Element, indent: str | None) -> str:
    tag = element.opening
    address = _first(tag.attributes, _ADDRESSES)
    if element.closing is None:
        return (indent or "") + _link(_first(tag.attributes, _LINK_LABELS), address)
    inside = _write(text, (tag.end, element.closing.start), element.children, indent)
    if address:
        return (indent or "") + _link(" ".join(inside.split()), address)
    if indent is None:
        return inside
    return _block(inside, indent, _first(tag.attributes, _LABELS))


def _block(inside: str, indent: str, label: str) -> str:
    """What stood in a component on lines of its own, as deep as the component stood, under its label."""
    lines = inside.strip("\n").split("\n")
    depth = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    extra = max(0, depth - len(indent))
    kept = [line[extra:] if line.strip() else "" for line in lines]
    heading = [" " * (depth - extra) + f"**{label}**", ""] if label else []
    return "\n".join(["", *heading, *kept, ""])


def _link(words: str, address: str) -> str:
    if not address or not words:
        return words if address else ""
    return f"[{words}](<{address}>)" if re.search(r"[\s()]", address) else f"[{words}]({address})"


def _first(attributes: dict[str, str], names: tuple[str, ...]) -> str:
    return next((attributes[name] for name in names if attributes.get(name)), "")
