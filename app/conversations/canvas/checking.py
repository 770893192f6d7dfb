"""What on a sheet may point at a person: told to who fills it in, and kept from everybody else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.accounts.name_queries import known_names
from app.conversations.canvas.queries import Entries
from app.conversations.canvas.sheets import MODEL, Sheet
from app.conversations.queries import ShownConversation
from app.text.personal_data.finding import find_personal_data
from app.text.personal_data.kinds import Finding


@dataclass(frozen=True, slots=True)
class CheckedSheet:
    """A sheet as somebody may read it.

    `findings` are for who may edit the conversation; for the others `withheld` counts the lines that are left
    out until nobody is recognised in them.
    """

    conversation: ShownConversation
    entries: Entries
    findings: tuple[Finding, ...] = ()
    withheld: int = 0


def check_sheet(
    sheet: Sheet, conversation: ShownConversation, entries: Entries, *, may_edit: bool
) -> CheckedSheet:
    """The sheet with everything on it for who may edit it, and what is free of persons for the others."""
    names = known_names()
    beside = conversation.core_reason if sheet is MODEL else conversation.notes
    lines = [line.text for target in sheet.targets for line in entries.get(target, ())]
    found = {text: find_personal_data(text, names) for text in (*lines, beside)}
    if may_edit:
        return CheckedSheet(conversation, entries, tuple(dict.fromkeys(_all(found.values()))))
    free = {
        target: tuple(line for line in entries.get(target, ()) if not found[line.text])
        for target in sheet.targets
    }
    if found[beside] and sheet is MODEL:
        conversation = replace(conversation, core_reason="")
    elif found[beside]:
        conversation = replace(conversation, notes="")
    return CheckedSheet(conversation, free, withheld=sum(bool(found[text]) for text in (*lines, beside)))


def _all(found: Iterable[tuple[Finding, ...]]) -> Iterable[Finding]:
    return (finding for findings in found for finding in findings)
