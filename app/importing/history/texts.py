"""The texts of a page through its history, as they are to be published here."""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.core.errors import Invalid
from app.importing import wording
from app.importing.documents import Document, read_document, shortened
from app.importing.folder import TEXT_LIMIT, RefusedFile, SourceFile, decoded
from app.importing.front_matter import Refused, below_front_matter
from app.importing.history.reading import History
from app.importing.history.trails import Step
from app.importing.kinds import Remark
from app.importing.linking import Linker
from app.importing.pictures import Shelf
from app.importing.publishing import Incoming
from app.importing.report import Finding
from app.importing.service import FileState
from app.importing.targets import Targets
from app.pages.kinds import RevisionOrigin
from app.pages.rules import NOTE_LIMIT, REASON_LIMIT, PageContent, check_content
from app.pages.service import Attribution


@dataclass(frozen=True, slots=True)
class PastText:
    """A text of a page, and what could not be taken over from its file."""

    incoming: Incoming
    document: Document
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Texts:
    """Reads the texts of one history; `newest` are the last documents by every path they had.

    `topics` and `accounts` are ids, by slug and by name.
    """

    history: History
    newest: Mapping[str, Document]
    slugs: Mapping[str, str]
    targets: Targets
    shelf: Shelf
    topics: Mapping[str, int]
    accounts: Mapping[str, int]
    source_id: int

    def read(self, step: Step) -> PastText:
        """The text that a commit gave a page. Raises Refused when it cannot be read."""
        return self._linked(step, document_of(self.history, step))

    def read_below(self, step: Step, before: Document | None) -> PastText:
        """The same when title, lead and themes cannot be read: they are those of the text before, if any."""
        file = _file(self.history, step)
        document = read_document(replace(file, text=below_front_matter(file.text)))
        if before:
            document = replace(document, title=before.title, lead=before.lead, topics=before.topics)
        return self._linked(step, document)

    def _linked(self, step: Step, document: Document) -> PastText:
        # Links to headings: those of the page itself as it was then, those of others as they are at last.
        around = ChainMap({document.path: document}, dict(self.newest))
        linked = Linker(around, self.slugs, self.targets, self.shelf).link_up(document)
        topic_ids = frozenset(self.topics[name] for name in document.topics if name in self.topics)
        unknown = [Finding(Remark.TOPIC_UNKNOWN, name) for name in document.topics if name not in self.topics]
        incoming = Incoming(
            state=FileState(self.source_id, document.path, document.sha256, step.commit.id),
            content=PageContent(document.title, document.lead, linked.body, topic_ids),
            pictures=linked.pictures,
            attribution=self._attribution(step),
            notes=wording.NOTES,
        )
        try:
            check_content(incoming.content)
        except Invalid as error:
            raise Refused(wording.REFUSED_TEXTS[error.code]) from error
        return PastText(incoming, document, (*document.findings, *linked.findings, *unknown))

    def _attribution(self, step: Step) -> Attribution:
        """The first line of the message tells what changed, the rest why."""
        commit = step.commit
        note, _, reason = commit.message.partition("\n")
        return Attribution(
            origin=RevisionOrigin.IMPORT,
            author_ids=tuple(dict.fromkeys(self.accounts[name] for name in step.authors)),
            change_note=shortened(note, NOTE_LIMIT)[0],
            reason=shortened(reason.strip(), REASON_LIMIT)[0],
            authored_at=commit.authored_at,
            published_at=commit.committed_at,
        )


def document_of(history: History, step: Step) -> Document:
    """The document that a commit made of a page. Raises Refused when it cannot be read."""
    return read_document(_file(history, step))


def _file(history: History, step: Step) -> SourceFile:
    data, size = history.blob(step.blob, TEXT_LIMIT)
    file = decoded(step.path, data, size)
    if isinstance(file, RefusedFile):
        raise Refused(file.refusal, file.fact)
    return file
