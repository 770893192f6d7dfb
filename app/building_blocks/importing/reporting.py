"""An import from the command line, and what whoever runs it reads."""

from collections.abc import Iterator

from app.building_blocks.importing import service
from app.building_blocks.importing.checking import read_file
from app.building_blocks.importing.forms import decoded, sentences
from app.building_blocks.importing.queries import topics_by_name
from app.conversations.queries import conversation_at
from app.core.db import unit_of_work
from app.core.errors import Invalid
from app.web.numbers import count_nl


def import_file(content: bytes, conversation_id: int | None) -> Iterator[str]:
    """Keep the good rows of a file in the harvest of this conversation, or of the one that it names.

    Raises `Invalid` or `NotFound` when nothing can be kept at all.
    """
    checked = read_file(decoded(content), topics_by_name())
    number = conversation_id or checked.conversation
    if number is None:
        raise Invalid("import_without_conversation", field="gesprek")
    conversation = conversation_at(number)
    with unit_of_work():
        kept = service.keep(number, checked.found, None)
    for place, field, sentence in sentences(checked.troubles):
        yield f"rij {place}, {field}: {sentence}"
    new = count_nl(kept.new, "nieuwe bouwsteen", "nieuwe bouwstenen")
    yield f"Gesprek {number}, {conversation.title}: {new}; {kept.known} stonden er al."
