"""What a file may name: themes by everything that they are called, and conversations by their number."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select

from app.conversations.kinds import PartAnswer
from app.conversations.models import Conversation, ConversationMember
from app.conversations.rules import may_edit
from app.core.db import db
from app.core.permissions import Actor
from app.text.slugs import slugify
from app.topics.queries import topics_with_synonyms


def topics_by_name() -> dict[str, int]:
    """The number of each theme, by its names as `slugify` writes them; a name goes before a synonym."""
    topics = topics_with_synonyms()
    synonyms = {slugify(name): topic.id for topic in topics for name in topic.names[1:]}
    return synonyms | {name: topic.id for topic in topics for name in (slugify(topic.name), topic.slug)}


def closed_conversations(numbers: Collection[int], actor: Actor | None) -> dict[int, str]:
    """Why nothing may be added to some of these conversations, in two statements.

    Without somebody it is who runs the machine, and then only those that are not there are closed.
    """
    wanted = sorted(numbers)
    if not wanted:
        return {}
    there = set(db.session.scalars(select(Conversation.id).where(Conversation.id.in_(wanted))))
    unknown = {number: "import_unknown_conversation" for number in wanted if number not in there}
    return unknown if actor is None else unknown | _of_others(there, actor)


def _of_others(numbers: Collection[int], actor: Actor) -> dict[int, str]:
    answers = select(ConversationMember.conversation_id, ConversationMember.answer).where(
        ConversationMember.conversation_id.in_(sorted(numbers)),
        ConversationMember.account_id == actor.account_id,
    )
    mine: dict[int, list[PartAnswer]] = defaultdict(list)
    for number, answer in db.session.execute(answers):
        mine[number].append(answer)
    return {number: "import_not_your_conversation" for number in numbers if not may_edit(actor, mine[number])}
