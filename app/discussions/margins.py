"""What stands beside the text of a proposal: what is said about each block, and the way to say something."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import get_template_attribute
from markupsafe import Markup

from app.discussions.kinds import TextSide
from app.discussions.places import Place
from app.discussions.placing import BlockText, PlacedAt, place_anchor
from app.discussions.queries import DiscussionRow
from app.proposals.shown_changes import ShownChange
from app.text.differences import BlockChange
from app.text.differences_html import Margin

Placed = tuple[PlacedAt, DiscussionRow]
_COMPONENT = "components/discussion.html"


@dataclass(frozen=True, slots=True)
class ChangeTalk:
    """What is said about one change: about all of it, and about passages, each with its block."""

    proposal_id: int
    change_id: int
    may_comment: bool
    general: tuple[DiscussionRow, ...]
    placed: tuple[Placed, ...]

    @property
    def margin(self) -> Margin:
        """What stands under the blocks of the text."""
        return Margin(self._write, lambda change: bool(self._about(change)))

    def _write(self, change: BlockChange) -> Markup:
        """The discussions about a block, and the way to begin one."""
        discussion = get_template_attribute(_COMPONENT, "discussion")
        begin = get_template_attribute(_COMPONENT, "begin")
        about = self._about(change)
        parts = [discussion(row, placed, may_comment=self.may_comment) for placed, row in about]
        words = change.new_text if change.new_indexes else change.old_text
        if self.may_comment and words.strip():
            parts.append(begin(self.proposal_id, self._place(change).word, what=words))
        return Markup("").join(parts)

    def _about(self, change: BlockChange) -> list[Placed]:
        blocks = {TextSide.NEW: change.new_indexes, TextSide.OLD: change.old_indexes}
        return [(placed, row) for placed, row in self.placed if placed.block in blocks[placed.side]]

    def _place(self, change: BlockChange) -> Place:
        if change.new_indexes:
            return Place(self.change_id, TextSide.NEW, change.new_indexes[0])
        return Place(self.change_id, TextSide.OLD, change.old_indexes[0])


@dataclass(frozen=True, slots=True)
class ProposalTalk:
    """What is said about a proposal, sorted by where it stands: `changes` by the id of each.

    What is `loose` is about a passage, or a page, that is no longer in the proposal.
    """

    general: tuple[DiscussionRow, ...]
    changes: dict[int, ChangeTalk]
    loose: tuple[DiscussionRow, ...]


def sort_talk(
    rows: Sequence[DiscussionRow],
    changes: Sequence[ShownChange],
    *,
    proposal_id: int,
    may_comment: bool,
) -> ProposalTalk:
    """Find the place of every discussion among the changes of one version; none is left out."""
    talks = {
        shown.change.id: _change_talk(rows, shown, proposal_id=proposal_id, may_comment=may_comment)
        for shown in changes
    }
    general = tuple(row for row in rows if row.change_position is None)
    kept = {row.id for row in general}
    for talk in talks.values():
        kept |= {row.id for row in talk.general} | {row.id for _, row in talk.placed}
    return ProposalTalk(general, talks, tuple(row for row in rows if row.id not in kept))


def _change_talk(
    rows: Iterable[DiscussionRow], shown: ShownChange, *, proposal_id: int, may_comment: bool
) -> ChangeTalk:
    mine = [row for row in rows if _is_about(row, shown)]
    new, old = BlockText(shown.new.segments), BlockText(shown.old.segments)
    places = ((place_anchor(row.anchor, new, old), row) for row in mine if row.anchor)
    return ChangeTalk(
        proposal_id=proposal_id,
        change_id=shown.change.id,
        may_comment=may_comment,
        general=tuple(row for row in mine if row.anchor is None),
        placed=tuple((place, row) for place, row in places if place),
    )


def _is_about(row: DiscussionRow, shown: ShownChange) -> bool:
    """Whether it is about this page: a page that is new has no number yet, but keeps its position."""
    if row.change_position is None or row.page_id != shown.change.page_id:
        return False
    return row.page_id is not None or row.change_position == shown.change.position
