"""The bouwstenen that a colleague finds beside the pages: from the database, so no index can leak them."""

from app.building_blocks.listing.queries import chosen_blocks
from app.building_blocks.listing.rules import BlockChoice
from app.building_blocks.queries import ShownBlock
from app.core.permissions import Actor, Permission
from app.search.facets import Choice
from app.search.query import Prefix, Query, Term, texts

BLOCKS_SHOWN = 3
MOST_WORDS = 8


def block_words(query: Query) -> str:
    """The words of a question as the list of bouwstenen is asked them; what may not be there is left out."""
    words = [word for term in query.wanted for word in _words(term)]
    return " ".join(words[:MOST_WORDS])


def block_hits(query: Query, choice: Choice, actor: Actor) -> list[ShownBlock]:
    """The newest that have all the words; one more than is shown when there are more."""
    if not (query.wanted and choice.pages and actor.may(Permission.READ_CONVERSATIONS)):
        return []
    asked = BlockChoice(words=block_words(query), topic=choice.topic)
    return chosen_blocks(asked, actor).rows(limit=BLOCKS_SHOWN + 1)


def _words(term: Term) -> tuple[str, ...]:
    return (f"{term.text}*",) if isinstance(term, Prefix) else texts(term)
