"""What colleagues do to the paragraphs of a page: the open proposals on each, and who is at work there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from app.proposals.rules import proposal_path
from app.text.rendered import Segment
from app.text.touched import first_words, paragraph_key


@dataclass(frozen=True, slots=True)
class OpenProposal:
    """An undecided proposal: whose it is, and whether the visitor is one of them."""

    id: int
    authors: tuple[str, ...]
    own: bool

    @property
    def url(self) -> str:
        """Where it is read."""
        return proposal_path(self.id)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a page as it is published now: its key, its first words, and what goes on there."""

    key: str
    words: str
    proposals: tuple[OpenProposal, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageWork:
    """All that goes on on a page, by block; `names` are the people on it, wherever they are."""

    segments: Sequence[Segment] = ()
    paragraphs: Mapping[int, Paragraph] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    open_proposals: int = 0

    def at(self, blocks: Collection[int]) -> Paragraph | None:
        """What goes on in these blocks together, with all their keys; None when none of them has words."""
        found = [self.paragraphs[block] for block in blocks if block in self.paragraphs]
        if not found:
            return None
        proposals = dict.fromkeys(proposal for one in found for proposal in one.proposals)
        names = dict.fromkeys(name for one in found for name in one.names)
        keys = " ".join(one.key for one in found)
        return Paragraph(keys, found[0].words, tuple(proposals), tuple(names))


def work_on(
    segments: Sequence[Segment],
    touched: Mapping[OpenProposal, Collection[int]],
    names: Mapping[str, tuple[str, ...]],
) -> dict[int, Paragraph]:
    """What goes on in each block: `touched` are the blocks of each proposal, `names` who is at which key."""
    paragraphs: dict[int, Paragraph] = {}
    for index, segment in enumerate(segments):
        if segment.text.strip():
            key = paragraph_key(segment.text)
            proposals = tuple(proposal for proposal, blocks in touched.items() if index in blocks)
            paragraphs[index] = Paragraph(key, first_words(segment.text), proposals, names.get(key, ()))
    return paragraphs
