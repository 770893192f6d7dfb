"""The wiki that is measured: many pages, one with a long history, and proposals that wait for a decision."""

from dataclasses import dataclass, replace

from sqlalchemy import delete

from app.core.db import db, unit_of_work
from app.core.outbox import OutboxItem
from app.core.permissions import Actor
from app.pages.kinds import RevisionOrigin
from app.pages.preparation import prepare_text
from app.pages.rules import PageContent
from app.pages.service import Attribution, create_page, publish
from app.pages.texts import current_text
from app.proposals.preparing import prepare_edit
from app.proposals.sending import Motivation, send
from app.search.engine import current_engine
from app.search.rebuild import rebuild
from app.topics.models import Topic
from benchmarks.dutch import Writer
from benchmarks.people import actor, token

WORDS_PER_PAGE = 600
TOPICS = 12
SEEDED = Attribution(origin=RevisionOrigin.SEED, reason="Voorbeeld")


@dataclass(frozen=True, slots=True)
class Seeded:
    """Where things are in the wiki that was made."""

    slugs: list[str]
    long_slug: str
    proposal_urls: list[str]
    new_words: list[str]
    member_token: str
    editor_token: str


def seed(*, pages: int, revisions: int, proposals: int) -> Seeded:
    """Fill an empty, migrated database with example people in it; takes about a minute for 2,000 pages."""
    writer = Writer()
    topic_ids = _topics()
    slugs, page_ids = [], []
    for number in range(pages):
        slug = f"pagina-{number}"
        links = (f"pagina-{number - 1}", f"pagina-{number // 2}") if number > 2 else ()
        body = writer.body(WORDS_PER_PAGE, links)
        topics = frozenset(writer.chance.sample(topic_ids, k=2))
        page_ids.append(_page(slug, PageContent(writer.title(number), writer.sentence(12), body, topics)))
        slugs.append(slug)
    _lengthen_history(page_ids[0], writer, revisions)
    member = actor("medewerker")
    words = [f"nieuwwoord{number}q" for number in range(proposals)]
    urls = [_proposal(member, page_ids[number + 1], word) for number, word in enumerate(words)]
    with unit_of_work():
        db.session.execute(delete(OutboxItem))
    rebuild(current_engine())
    return Seeded(slugs, slugs[0], urls, words, token("medewerker"), token("redacteur"))


def _topics() -> list[int]:
    with unit_of_work():
        topics = [Topic(slug=f"thema-{n}", name=f"Thema {n}", position=n) for n in range(TOPICS)]
        db.session.add_all(topics)
        db.session.flush()
        return [topic.id for topic in topics]


def _page(slug: str, content: PageContent) -> int:
    prepared = prepare_text(content, None)
    with unit_of_work():
        page_id = create_page(slug)
        publish(page_id, None, prepared, SEEDED)
    return page_id


def _lengthen_history(page_id: int, writer: Writer, revisions: int) -> None:
    for _ in range(revisions - 1):
        current = current_text(page_id)
        if current is None:
            raise LookupError(page_id)
        blocks = current.content.body.split("\n\n")
        blocks[writer.chance.randrange(len(blocks))] = writer.sentence(12)
        content = replace(current.content, body="\n\n".join(blocks))
        prepared = prepare_text(content, current)
        with unit_of_work():
            publish(page_id, current.id, prepared, SEEDED)


def _proposal(writer: Actor, page_id: int, word: str) -> str:
    base = current_text(page_id)
    if base is None:
        raise LookupError(page_id)
    content = replace(base.content, body=f"{base.content.body}\nHet {word} hoort erbij.\n")
    change = prepare_edit(content, base)
    with unit_of_work():
        return send(writer, [change], Motivation(reason="Voorbeeld"), key=word)
