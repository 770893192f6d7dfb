"""Importing a folder: read everything, give every file an address, then publish page by page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.importing import wording
from app.importing.addresses import give_addresses
from app.importing.documents import Document, read_document, with_findings
from app.importing.folder import Folder, RefusedFile, folder_state, read_folder
from app.importing.front_matter import Refused
from app.importing.kinds import Outcome, Refusal, Remark
from app.importing.linking import Linker
from app.importing.pictures import Shelf
from app.importing.publishing import Incoming, Spot, begin, bring_up_to_date
from app.importing.queries import KnownFile, known_files, taken_slugs
from app.importing.report import FileReport, Finding, Report
from app.importing.service import FileState, open_source, remember_state
from app.importing.targets import Targets
from app.pages.kinds import RevisionOrigin
from app.pages.rules import PageContent
from app.pages.service import Attribution
from app.topics.queries import all_topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What an import is for; `chapters` and `topics` are ids by slug.

    With `describes`, a page at the address of a theme is the page that describes it.
    """

    source: str
    origin: RevisionOrigin = RevisionOrigin.IMPORT
    chapters: Mapping[str, int] = field(default_factory=dict)
    topics: Mapping[str, int] = field(default_factory=dict)
    describes: bool = False


def outside_the_guide(source: str) -> Purpose:
    """An import whose pages stand outside the guide until the redactie gives them a place."""
    return Purpose(source=source, topics={topic.slug: topic.id for topic in all_topics()})


def import_folder(root: Path, purpose: Purpose) -> Report:
    """Import every Markdown file in a folder; each page is a transaction of its own.

    A file that has not changed since the last time is not looked at.
    """
    state = folder_state(root)
    folder = read_folder(root)
    with unit_of_work():
        source_id = open_source(purpose.source)
    known = known_files(source_id)
    reports = [report_refused(file) for file in folder.refused]
    changed = [file for file in folder.files if not _is_known(file.sha256, known.get(file.path))]
    if changed:
        run = _Run(folder, purpose, source_id, known)
        reports += run.import_files({file.path for file in changed})
    there = {report.path for report in reports}
    reports += [_unchanged(known[file.path], file.path) for file in folder.files if file.path not in there]
    if all(report.outcome is not Outcome.REFUSED for report in reports):
        with unit_of_work():
            remember_state(source_id, state)
    return Report(tuple(sorted(reports, key=lambda report: report.path)))


class _Run:
    """One pass over a folder in which something changed."""

    def __init__(
        self, folder: Folder, purpose: Purpose, source_id: int, known: Mapping[str, KnownFile]
    ) -> None:
        self._folder = folder
        self._purpose = purpose
        self._source_id = source_id
        self._known = known

    def import_files(self, changed: set[str]) -> list[FileReport]:
        """Read all files, for links may lead to any of them; publish those that changed."""
        documents: list[Document] = []
        reports: list[FileReport] = []
        for file in self._folder.files:
            try:
                documents.append(read_document(file))
            except Refused as refused:
                reports.append(report_refused(RefusedFile(file.path, refused.refusal, refused.fact)))
        addresses = {path: file.slug for path, file in self._known.items()}
        taken = taken_slugs()
        documents, slugs = give_addresses(documents, addresses, taken)
        targets = Targets(slugs, self._folder.names, taken | set(slugs.values()))
        by_path = {document.path: document for document in documents}
        linker = Linker(by_path, slugs, targets, Shelf(self._folder))
        for document in documents:
            if document.path in changed:
                reports.append(self._import(document, slugs[document.path], linker))
        return reports

    def _import(self, document: Document, slug: str, linker: Linker) -> FileReport:
        linked = linker.link_up(document)
        topics = self._purpose.topics
        document = with_findings(document, *linked.findings, *self._unknown(document))
        topic_ids = frozenset(topics[name] for name in document.topics if name in topics)
        incoming = Incoming(
            state=FileState(self._source_id, document.path, document.sha256),
            content=PageContent(document.title, document.lead, linked.body, topic_ids),
            pictures=linked.pictures,
            attribution=Attribution(origin=self._purpose.origin),
            notes=wording.NOTES,
        )
        known = self._known.get(document.path)
        try:
            if known:
                outcome, address = bring_up_to_date(incoming, known)
            else:
                outcome, address = begin(incoming, self._spot(document, slug))
        except Invalid as error:
            return report_refused(RefusedFile(document.path, wording.REFUSED_TEXTS[error.code]))
        except Conflict:
            return report_refused(RefusedFile(document.path, Refusal.MOVED_ON))
        return FileReport(path=document.path, outcome=outcome, address=address, findings=document.findings)

    def _unknown(self, document: Document) -> list[Finding]:
        """The themes and the chapter that the file names and the guide does not have."""
        purpose = self._purpose
        findings = [
            Finding(Remark.TOPIC_UNKNOWN, name) for name in document.topics if name not in purpose.topics
        ]
        if purpose.chapters and document.chapter not in purpose.chapters:
            findings.append(Finding(Remark.CHAPTER_UNKNOWN, document.chapter))
        return findings

    def _spot(self, document: Document, slug: str) -> Spot:
        """Outside the guide, unless the import knows the chapters."""
        chapter_id = self._purpose.chapters.get(document.chapter)
        return Spot(
            slug=slug,
            chapter_id=chapter_id,
            position=document.order if chapter_id else None,
            describes_topic_id=self._purpose.topics.get(slug) if self._purpose.describes else None,
        )


def _is_known(sha256: str, known: KnownFile | None) -> bool:
    return known is not None and known.sha256 == sha256


def _unchanged(known: KnownFile, path: str) -> FileReport:
    return FileReport(path=path, outcome=Outcome.UNCHANGED, address=known.address)


def report_refused(file: RefusedFile) -> FileReport:
    """What is told of a file that cannot be imported."""
    return FileReport(path=file.path, outcome=Outcome.REFUSED, refusal=file.refusal, fact=file.fact)
