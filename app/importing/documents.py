"""A Markdown file as the page it will be: title, lead, themes, place and text."""

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from app.importing.folder import SourceFile
from app.importing.front_matter import FrontMatter, Refused, plain_words, split_front_matter
from app.importing.kinds import Refusal, Remark
from app.importing.report import Finding
from app.importing.structure import our_dialect
from app.pages.rules import BODY_LIMIT, LEAD_LIMIT, TITLE_LIMIT
from app.text.blocks import Block, BlockKind, cut_blocks
from app.text.headings import name_headings
from app.text.slugs import slugify

_LEADS = ("lead", "summary", "description")
_NAMED_AFTER_FOLDER = frozenset({"index", "readme"})
_SILENT = frozenset({BlockKind.BLANK, BlockKind.COMMENT, BlockKind.REFERENCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file read as a page; `body` is in our dialect, its links still as they were typed.

    `wish` is the address it would like. `taken_heading` are the words of a heading that became the title.
    """

    path: str
    sha256: str
    title: str
    wish: str
    lead: str
    body: str
    topics: tuple[str, ...]
    chapter: str
    order: int | None
    taken_heading: str = ""
    findings: tuple[Finding, ...] = ()


def read_document(file: SourceFile) -> Document:
    """Read a file as a page. Raises Refused when its front matter cannot be read."""
    front = split_front_matter(file.text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(front.body) > BODY_LIMIT:
        raise Refused(Refusal.TEXT_TOO_LONG, str(BODY_LIMIT))
    body, findings = our_dialect(front.body)
    title, body, taken = _title(front, body, file.path)
    title, cut = shortened(title, TITLE_LIMIT)
    findings += [Finding(Remark.TITLE_CUT)] if cut else []
    lead, cut = shortened(next(filter(None, map(front.words, _LEADS)), ""), LEAD_LIMIT)
    findings += [Finding(Remark.LEAD_CUT)] if cut else []
    order = front.values.get("order")
    return Document(
        path=file.path,
        sha256=file.sha256,
        title=title,
        wish=slugify(front.words("slug") or title),
        lead=lead,
        body=body.strip("\n") + "\n" if body.strip() else "",
        topics=tuple(front.list_of_words("themes")),
        chapter=front.words("chapter"),
        order=order if isinstance(order, int) else None,
        taken_heading=taken,
        findings=tuple(findings),
    )


def with_findings(document: Document, *more: Finding) -> Document:
    """The document with more to tell."""
    return replace(document, findings=(*document.findings, *more))


def path_slug(path: str) -> str:
    """The address that a file's place gives; `index.md` is named after its folder."""
    place = PurePosixPath(path)
    parts = [*place.parent.parts, place.stem]
    if len(parts) > 1 and place.stem.lower() == "index":
        parts.pop()
    return slugify("-".join(parts))


def shortened(text: str, limit: int) -> tuple[str, bool]:
    """The text within the limit, cut at a word; and whether it was cut."""
    if len(text) <= limit:
        return text, False
    return text[: limit - 1].rsplit(maxsplit=1)[0].rstrip(".,;: ") + "…", True


def _title(front: FrontMatter, body: str, path: str) -> tuple[str, str, str]:
    """The title, the text without the heading that says the same, and the words of that heading."""
    blocks = cut_blocks(body)
    named = front.words("title")
    first = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING), None)
    if first is None:
        return named or _from_name(path), body, ""
    words = plain_words(name_headings(blocks, body)[first].title)
    opens = all(block.kind in _SILENT for block in blocks[:first])
    says_title = not named or (blocks[first].level == 1 and words.casefold() == named.casefold())
    if words and opens and says_title:
        return named or words, _without(blocks[first], body), words
    return named or words or _from_name(path), body, ""


def _without(block: Block, body: str) -> str:
    return body[: block.start] + body[block.end :]


def _from_name(path: str) -> str:
    place = PurePosixPath(path)
    name = place.stem
    if name.lower() in _NAMED_AFTER_FOLDER and place.parent.name:
        name = place.parent.name
    words = plain_words(re.sub(r"[-_]+", " ", name)) or "Pagina"
    return words[:1].upper() + words[1:]
