"""Leading the links and pictures of a document to their places in the guide."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.importing.documents import Document
from app.importing.heading_names import anchors_of, find_anchor
from app.importing.kinds import Remark
from app.importing.module_lines import shown
from app.importing.pictures import Shelf
from app.importing.report import Finding, Picture
from app.importing.rewriting import Answer, Rewriting
from app.importing.targets import Kind, Target, Targets
from app.pages.rules import page_path

_REMARKS = {
    Kind.MISSING: Remark.LINK_MISSING,
    Kind.LEAVES_FOLDER: Remark.LINK_LEAVES_FOLDER,
    Kind.UNSAFE: Remark.LINK_UNSAFE,
    Kind.FILE: Remark.LINK_TO_FILE,
}
_NOWHERE = Answer(None)


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A body whose links lead to pages, the pictures it shows, and what could not be done."""

    body: str
    pictures: tuple[Picture, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Linker:
    """Knows where every file of one import has its page."""

    documents: Mapping[str, Document]
    slugs: Mapping[str, str]
    targets: Targets
    shelf: Shelf
    _anchors: dict[str, dict[str, str]] = field(default_factory=dict)

    def link_up(self, document: Document) -> LinkedText:
        """The body with its links and pictures settled; what leads nowhere becomes plain words."""
        findings: list[Finding] = []

        def ask(typed: str, picture: bool) -> Answer:
            target = self.targets.find(document.path, typed)
            if target.kind is Kind.ELSEWHERE:
                answer, remark = Answer(typed), Remark.PICTURE_ELSEWHERE if picture else None
            elif picture:
                answer, remark = self._picture(target)
            else:
                answer, remark = self._link(target, document.path)
            findings.extend([Finding(remark, shown(typed))] if remark else [])
            return answer

        rewriting = Rewriting(ask)
        body = rewriting.rewrite(document.body)
        if any(not picture.alt for picture in rewriting.pictures):
            findings.append(Finding(Remark.PICTURE_WITHOUT_ALT))
        return LinkedText(body, tuple(rewriting.pictures), tuple(dict.fromkeys(findings)))

    def _link(self, target: Target, here: str) -> tuple[Answer, Remark | None]:
        if target.kind in (Kind.PAGE, Kind.HERE):
            return self._page(target, here)
        kept = self.shelf.keep(target.path) if target.kind is Kind.FILE else None
        return (Answer(kept[1]), None) if kept else (_NOWHERE, _REMARKS[target.kind])

    def _page(self, target: Target, here: str) -> tuple[Answer, Remark | None]:
        """A page without the heading that is meant still answers most of what a reader wants of it."""
        page = page_path(self.slugs[target.path])
        anchor = find_anchor(self._anchors_of(target.path), target.fragment) if target.fragment else ""
        if anchor is None:
            return (_NOWHERE if target.path == here else Answer(page)), Remark.HEADING_MISSING
        if target.path == here and anchor:
            return Answer(f"#{anchor}"), None
        return Answer(f"{page}#{anchor}" if anchor else page), None

    def _picture(self, target: Target) -> tuple[Answer, Remark | None]:
        if target.kind is not Kind.FILE:
            unsafe = target.kind in (Kind.UNSAFE, Kind.LEAVES_FOLDER)
            return _NOWHERE, _REMARKS[target.kind] if unsafe else Remark.PICTURE_MISSING
        kept = self.shelf.keep(target.path)
        return (Answer(kept[1], kept[0]), None) if kept else (_NOWHERE, Remark.PICTURE_REFUSED)

    def _anchors_of(self, path: str) -> dict[str, str]:
        if path not in self._anchors:
            document = self.documents.get(path)
            self._anchors[path] = _anchors(document) if document else {}
        return self._anchors[path]


def _anchors(document: Document) -> dict[str, str]:
    """The heading that became the title is the top of the page."""
    taken = anchors_of(f"# {document.taken_heading}\n") if document.taken_heading else {}
    return dict.fromkeys(taken, "") | anchors_of(document.body)
