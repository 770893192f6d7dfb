"""In which conversation each good row of a file belongs: never in another than the row names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.building_blocks.importing.checking import Checked, Found
from app.building_blocks.importing.rows import CONVERSATION, Trouble
from app.core.errors import Invalid


@dataclass(frozen=True, slots=True)
class Placed:
    """The rows that can be kept, by the number of their conversation, and what is wrong with the others."""

    found: Mapping[int, Sequence[Found]]
    troubles: tuple[Trouble, ...]


def named_conversations(found: Sequence[Found], chosen: int | None) -> frozenset[int]:
    """The conversations that these rows would go to; raises `Invalid` when none is named anywhere."""
    named = frozenset(one.conversation for one in found if one.conversation is not None)
    if found and not named and chosen is None:
        raise Invalid("import_without_conversation", field="gesprek")
    return named if chosen is None else named | {chosen}


def place(checked: Checked, chosen: int | None, closed: Mapping[int, str]) -> Placed:
    """Put every good row in the conversation that it names, or else in the chosen one.

    `closed` says of a conversation that nothing may be added to, why not. A row that names another than was
    chosen is refused: one of the two is a mistake, and a bouwsteen never says that it came from elsewhere.
    """
    kept: dict[int, list[Found]] = defaultdict(list)
    troubles = list(checked.troubles)
    for one in checked.found:
        number = one.conversation or chosen
        code = _wrong(number, chosen, closed)
        if number is None or code:
            facts = {"number": str(number), "chosen": str(chosen)}
            troubles.append(Trouble(one.place, CONVERSATION, code, facts))
        else:
            kept[number].append(one)
    return Placed(kept, tuple(sorted(troubles, key=lambda trouble: trouble.place)))


def _wrong(number: int | None, chosen: int | None, closed: Mapping[int, str]) -> str:
    if number is None:
        return "import_row_without_conversation"
    if chosen is not None and number != chosen:
        return "import_other_conversation"
    return closed.get(number, "")
