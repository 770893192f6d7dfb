"""From a conversation to every sentence that it fed."""

from dataclasses import dataclass

from sqlalchemy import select

from app.building_blocks.chains import final_numbers
from app.building_blocks.models import BuildingBlock
from app.building_blocks.use_queries import BlockUse, uses_of
from app.core.db import db


@dataclass(frozen=True, slots=True)
class FedSentence:
    """A sentence, and the bouwsteen of the conversation that it rests on, maybe by way of another."""

    number: int
    use: BlockUse


def sentences_fed_by(conversation_id: int) -> list[FedSentence]:
    """The sentences of published pages that rest on what was handed in of a conversation, by page.

    Three statements. What was merged into a bouwsteen of another conversation fed its sentences too.
    """
    own = select(BuildingBlock.id).where(
        BuildingBlock.conversation_id == conversation_id, BuildingBlock.handed_in
    )
    ends = final_numbers(db.session.scalars(own))
    uses = uses_of(set(ends.values()))
    found = [FedSentence(number, use) for number, end in ends.items() for use in uses.get(end, ())]
    return sorted(found, key=lambda fed: (fed.use.page_title, fed.use.sentence, fed.number))
