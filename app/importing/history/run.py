"""Importing a git history: follow every page through it, give each an address, then publish page by page."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.importing import wording
from app.importing.documents import Document
from app.importing.folder import RefusedFile
from app.importing.front_matter import Refused
from app.importing.history.commits import is_page
from app.importing.history.known import KnownHistory, KnownPage, known_history
from app.importing.history.opening import open_history
from app.importing.history.places import find_places, newest_documents
from app.importing.history.reading import History
from app.importing.history.storing import Address, End, begin, go_on, take_away
from app.importing.history.texts import PastText, Texts
from app.importing.history.trails import Step, Trail, follow
from app.importing.kinds import Outcome, Refusal, Remark
from app.importing.pictures import Shelf
from app.importing.publishing import Result
from app.importing.queries import taken_slugs
from app.importing.report import FileReport, Finding, Report
from app.importing.run import Purpose, report_refused
from app.importing.service import FileState, imported_accounts, open_source
from app.importing.targets import Targets

SHORT_ID = 10


def import_history(source: Path, purpose: Purpose) -> Report:
    """Import every page of a bundle or repository with its versions, along the first parents.

    A second time adds what is new. Raises NoHistory when there is no history in it.
    """
    with unit_of_work():
        source_id = open_source(purpose.source)
    with open_history(source) as history:
        commits = history.commits()
        trails = follow(commits, history.changes(commits), history.head)
        run = _Run(history, purpose, source_id, trails)
        reports = [report for number in range(len(trails)) if (report := run.import_trail(number))]
    return Report(tuple(sorted(reports, key=lambda report: report.path)))


class _Run:
    """One pass over a history."""

    def __init__(self, history: History, purpose: Purpose, source_id: int, trails: Sequence[Trail]) -> None:
        self._known: KnownHistory = known_history(source_id)
        self._source_id = source_id
        self._trails = trails
        self._pages = self._known.pages_of(trails)
        self._documents = newest_documents(history, trails)
        taken = taken_slugs()
        self._places = find_places(trails, self._pages, self._documents, taken)
        self._texts = Texts(
            history=history,
            newest=self._places.documents,
            slugs=self._places.slugs,
            targets=Targets(
                self._places.slugs,
                frozenset(path for path in history.files if not is_page(path)),
                taken | set(self._places.own),
            ),
            shelf=Shelf(history),
            topics=purpose.topics,
            accounts=self._accounts(),
            source_id=source_id,
        )

    def import_trail(self, number: int) -> FileReport | None:
        """Publish what is new of one page; None for one that was in the archive before."""
        trail, page, newest = self._trails[number], self._pages[number], self._documents[number]
        if isinstance(newest, RefusedFile):
            return None if trail.deleted else report_refused(newest)
        try:
            result, findings = self._publish(trail, page, self._places.own[number])
        except Refused as error:
            return report_refused(RefusedFile(trail.path, error.refusal, error.fact))
        except Invalid as error:
            return report_refused(RefusedFile(trail.path, wording.REFUSED_TEXTS[error.code]))
        except Conflict:
            return report_refused(RefusedFile(trail.path, Refusal.MOVED_ON))
        if result is None:
            return None
        return FileReport(path=trail.path, outcome=result[0], address=result[1], findings=findings)

    def _publish(
        self, trail: Trail, page: KnownPage | None, slug: str
    ) -> tuple[Result | None, tuple[Finding, ...]]:
        steps = self._known.new_steps(trail, page)
        end = self._end(trail)
        if page is None:
            texts, findings = self._read(steps)
            incoming = [text.incoming for text in texts]
            former = self._former({text.document.wish for text in texts if text.document.path != trail.path})
            told = self._places.told.get(trail.path, ()) if end is None else ()
            return begin(incoming, Address(slug=slug, former=former), end), (*told, *findings)
        if steps:
            texts, findings = self._read(steps)
            result = go_on([text.incoming for text in texts], page, Address(slug=slug))
            return (take_away(page, end) if end else result), findings
        if end:
            return take_away(page, end), ()
        return (None if trail.deleted else (Outcome.UNCHANGED, page.address)), ()

    def _read(self, steps: Sequence[Step]) -> tuple[list[PastText], tuple[Finding, ...]]:
        """The texts that can be read, with what is told of the last one and of those that cannot.

        Raises Refused when the last one cannot be read.
        """
        texts: list[PastText] = []
        told: list[Finding] = []
        for step in steps[:-1]:
            text, remark = self._read_past(step, texts[-1].document if texts else None)
            texts += [text] if text else []
            told += [Finding(remark, step.commit.id[:SHORT_ID])] if remark else []
        texts.append(self._texts.read(steps[-1]))
        versions = [Finding(Remark.VERSIONS, str(len(texts)))] if len(texts) > 1 else []
        return texts, (*versions, *texts[-1].findings, *told)

    def _read_past(self, step: Step, before: Document | None) -> tuple[PastText | None, Remark | None]:
        """An old text as far as it can be read, and what is to be told of it."""
        with suppress(Refused):
            return self._texts.read(step), None
        with suppress(Refused):
            return self._texts.read_below(step, before), Remark.FRONT_MATTER_PASSED_OVER
        return None, Remark.STEP_UNREADABLE

    def _former(self, wishes: set[str]) -> tuple[str, ...]:
        """The addresses that a page would have had where its file was, unless another page has them."""
        return tuple(sorted(wishes - set(self._places.own)))

    def _end(self, trail: Trail) -> End | None:
        if trail.deleted is None or self._known.knows_end_of(trail):
            return None
        state = FileState(self._source_id, trail.path, "", trail.deleted.id)
        return End(state, trail.deleted.message.partition("\n")[0])

    def _accounts(self) -> dict[str, int]:
        """An account for everybody who wrote a version that is new."""
        names = {
            author
            for trail, page in zip(self._trails, self._pages, strict=True)
            for step in self._known.new_steps(trail, page)
            for author in step.authors
        }
        with unit_of_work():
            found = imported_accounts({name or wording.UNKNOWN_AUTHOR for name in names})
        return {name: found[name or wording.UNKNOWN_AUTHOR] for name in names}
