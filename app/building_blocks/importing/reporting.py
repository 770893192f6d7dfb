"""An import from the command line, and what whoever runs it reads."""

from collections.abc import Iterator

from app.building_blocks.importing import service
from app.building_blocks.importing.checking import read_file
from app.building_blocks.importing.forms import decoded, sentences
from app.building_blocks.importing.placing import named_conversations, place
from app.building_blocks.importing.queries import closed_conversations, topics_by_name
from app.conversations.queries import conversation_at
from app.core.db import unit_of_work
from app.web.labels import label
from app.web.numbers import count_nl


def import_file(content: bytes, chosen: int | None) -> Iterator[str]:
    """Keep the good rows of a file in the harvest of this conversation, or of those that they name.

    Raises `Invalid` or `NotFound` when nothing can be kept at all.
    """
    if chosen is not None:
        conversation_at(chosen)
    checked = read_file(decoded(content), topics_by_name())
    placed = place(checked, chosen, closed_conversations(named_conversations(checked.found, chosen), None))
    with unit_of_work():
        kept = service.keep(placed.found, None)
    for where, field, sentence in sentences(placed.troubles):
        yield f"{label(checked.counted)} {where}, {field}: {sentence}"
    for number, counts in kept.items():
        new = count_nl(counts.new, "nieuwe bouwsteen", "nieuwe bouwstenen")
        yield f"Gesprek {number}, {conversation_at(number).title}: {new}; {counts.known} stonden er al."
