"""Turns the content of one block into inline HTML with Python-Markdown, cheaply and within bounds."""

import html
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry

from app.text.links import PAGE_ADDRESS, LinkTarget
from app.text.markup.leaf_patterns import SETTLED, Surroundings, page_link, register_patterns
from app.text.markup.sanitising import Sanitiser, is_on_this_site, own
from app.text.wiki_links import fragment_anchor

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MARKDOWN_SIGN = re.compile(r"[\\`*_\[\]<>&!~{]|://|  \n")
_OUR_PAGE = re.compile(PAGE_ADDRESS)
# Python-Markdown takes time that grows with the square of these counts; no line a person writes comes near.
_MOST = {
    "[": 150,
    "*": 400,
    "_": 400,
    "`": 400,
    "<": 300,
    "!": 400,
    "~": 400,
    "\\": 1000,
    "&": 1000,
    "{": 200,
}
_LONGEST = 20_000


class _WholeLeaf(BlockProcessor):
    """Takes all that is offered as one paragraph: the blocks were cut before."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        SubElement(parent, "p").text = "\n".join(blocks)
        blocks.clear()


class _LinksAndPictures(Treeprocessor):
    """Leads links to the pages where they are now, and keeps pictures from elsewhere off the page."""

    def __init__(self, md: Markdown, targets: Mapping[str, LinkTarget]) -> None:
        super().__init__(md)
        self._targets = targets

    def run(self, root: Element) -> None:
        for link in list(root.iter("a")):
            for picture in list(link.iter("img")):
                _settle_picture(picture, inside_link=True)
            self._settle_link(link)
        for picture in list(root.iter("img")):
            _settle_picture(picture, inside_link=False)

    def _settle_link(self, link: Element) -> None:
        """A link typed to a heading's usual anchor leads to the id the heading has here."""
        typed = link.get("href", "")
        if typed.startswith("#") and not typed.startswith(("#fn", "#kop-")):
            link.set("href", f"#{fragment_anchor(typed[1:])}")
        elif (address := _OUR_PAGE.fullmatch(typed)) and SETTLED not in link.attrib:
            key, fragment = address.group(1), address.group(2) or ""
            page_link(link, self._targets.get(key), key, fragment_anchor(fragment))


class _MarksStayNear(Treeprocessor):
    """Keeps a mark on the line where its sentence ends."""

    def run(self, root: Element) -> None:
        for parent in root.iter():
            before = None
            for child in parent:
                if child.tag == "button":
                    holder, name = (parent, "text") if before is None else (before, "tail")
                    words = getattr(holder, name) or ""
                    said = words.rstrip()
                    setattr(holder, name, words if said == words else said + "\u00a0")
                before = child


def _settle_picture(picture: Element, *, inside_link: bool) -> None:
    """A picture of this site stays; one from elsewhere becomes a link to it, any other only its words."""
    address, alt = picture.get("src", ""), picture.get("alt", "")
    if is_on_this_site(address):
        return
    picture.attrib.clear()
    picture.text = f"Afbeelding: {alt}" if alt else "Afbeelding"
    if not inside_link and re.match(r"https?://", address, re.IGNORECASE):
        picture.tag = "a"
        picture.set("href", address)
    else:
        picture.tag = "span"
        picture.set("class", own("missing-image"))


class LeafRenderer:
    """Renders the lines of one text; `surroundings` is what they share, and is filled on the way."""

    def __init__(self, surroundings: Surroundings, sanitiser: Sanitiser) -> None:
        self.surroundings = surroundings
        self._sanitiser = sanitiser
        self._markdown = md = Markdown(output_format="html")
        md.preprocessors = Registry()
        md.parser.blockprocessors = Registry()
        md.parser.blockprocessors.register(_WholeLeaf(md.parser), "leaf", 100)
        if md.delimiters is not None:
            md.delimiters.add("~", "del", double=True)
        register_patterns(md, surroundings)
        md.treeprocessors.register(_LinksAndPictures(md, surroundings.targets), "links_and_pictures", 15)
        md.treeprocessors.register(_MarksStayNear(md), "marks_stay_near", 14)

    def define(self, label: str, address: str, title: str) -> None:
        """Let `[text][label]` lead to an address."""
        self._markdown.references[" ".join(label.lower().split())] = (address, title)

    @staticmethod
    def showable(text: str) -> str:
        """The text without the control signs that no page may hold."""
        return _UNSHOWABLE.sub("", text)

    def inline(self, text: str) -> str:
        """The HTML of one block's content, without a tag around it, still to be sanitised."""
        text = self.showable(text).strip()
        if not _MARKDOWN_SIGN.search(text):
            return html.escape(text, quote=False)
        if len(text) > _LONGEST or any(text.count(sign) > most for sign, most in _MOST.items()):
            return html.escape(text, quote=False)
        try:
            return self._convert(text)
        except RecursionError:
            return html.escape(text, quote=False)

    def _convert(self, text: str) -> str:
        md = self._markdown
        md.htmlStash.reset()
        if md.delimiters is not None:
            md.delimiters.reset()
        markup = md.convert(text).removeprefix("<p>").removesuffix("</p>")
        return self._sanitiser.typed_inline(markup) if md.htmlStash.html_counter else markup
