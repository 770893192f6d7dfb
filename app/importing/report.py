"""What an import tells: per file what was done and what could not be done, as facts without words."""

from collections import Counter
from dataclasses import dataclass

from app.importing.kinds import Outcome, Refusal, Remark


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on a file; `fact` says which link, picture, tag … it is about."""

    remark: Remark
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A kept picture that a page shows; `alt` is what a reader hears."""

    sha256: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What became of one file; `address` is that of its page, or of the proposal when it clashed."""

    path: str
    outcome: Outcome
    address: str = ""
    refusal: Refusal | None = None
    fact: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole import, files in order of their path."""

    files: tuple[FileReport, ...]

    @property
    def counts(self) -> Counter[Outcome]:
        """How many files had each outcome."""
        return Counter(file.outcome for file in self.files)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all could be imported."""
        return all(file.outcome is Outcome.REFUSED for file in self.files)
