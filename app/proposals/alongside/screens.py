"""What others do on the page that is being changed, as the edit form shows it."""

from dataclasses import dataclass

from app.pages.texts import RevisionText
from app.proposals.alongside.queries import work_on_page
from app.proposals.alongside.rules import Paragraph
from app.text.blocks import Block, cut_blocks
from app.text.sections import sections
from app.web.guards import current_actor
from app.web.settings import current_settings

OPENING = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph in the list under the editor; `opening` is how its source begins, to find the cursor by."""

    paragraph: Paragraph
    opening: str


@dataclass(frozen=True, slots=True)
class FormWork:
    """The paragraphs of the page that the form changes, in order, and who else is at work on it."""

    page_id: int
    entries: tuple[Entry, ...]
    names: tuple[str, ...]


def work_around_form(current: RevisionText | None, section: str, proposal_id: int | None) -> FormWork | None:
    """All paragraphs of the page as it is now, or of one section; None for a page that does not exist yet."""
    if current is None:
        return None
    account_id, presence = current_actor().account_id or 0, current_settings().presence
    work = work_on_page(current.page_id, current.id, account_id, presence=presence, without=proposal_id)
    source = current.content.body
    start, end = _span(source, section)
    blocks = enumerate(cut_blocks(source))
    shown = {index: block for index, block in blocks if start <= block.start < end}
    entries = (
        Entry(work.paragraphs[index], _opening(block, source))
        for index, block in shown.items()
        if index in work.paragraphs
    )
    return FormWork(current.page_id, tuple(entries), work.names)


def _opening(block: Block, source: str) -> str:
    return block.source(source).strip().partition("\n")[0][:OPENING].strip()


def _span(source: str, anchor: str) -> tuple[int, int]:
    """Where the section stands; the whole text when there is none, or none any more."""
    found = (section for section in sections(source) if section.anchor == anchor)
    return next(((section.start, section.end) for section in found), (0, len(source)))
