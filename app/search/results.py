"""Answering a question: by the engine, checked against the database, or by the database alone."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from markupsafe import Markup

from app.pages.list_queries import topic_leads
from app.search.engine import current_engine
from app.search.marking import Marker, opening
from app.search.port import IndexUnusable, Request
from app.search.queries import ShownPage, pages_with_words, shown_pages
from app.search.query import Query, parse, texts
from app.search.repair import repair
from app.search.spelling import other_spelling
from app.search.topics import parts_of, topics_asked
from app.topics.queries import TopicWords, topics_with_synonyms

MOST_FALLBACK_WORDS = 8

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, as it is shown."""

    title: str
    title_marked: Markup
    url: str
    snippet: Markup
    kind: str
    topics: tuple[str, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything found; `page_ids` are all pages, the best first.

    `some_words`: no page has all words, these have some. `reduced`: the index could not be used.
    """

    query: Query
    page_ids: tuple[int, ...] = ()
    topics: tuple[TopicWords, ...] = ()
    all_topics: tuple[TopicWords, ...] = ()
    topic_counts: dict[int, int] = field(default_factory=dict)
    suggestion: str | None = None
    some_words: bool = False
    reduced: bool = False


def answer(typed: str, topic_slug: str) -> Answer:
    """Find pages and themes for what was typed, within a theme when one is named."""
    query = parse(typed)
    themes = tuple(topics_with_synonyms())
    if not query.wanted:
        return Answer(query, all_topics=themes)
    chosen = next((theme.id for theme in themes if theme.slug == topic_slug), None)
    asked = tuple(topics_asked(query, themes))
    request = Request(parts_of(query, themes), query.unwanted, chosen)
    blank = Answer(query, topics=asked, all_topics=themes)
    try:
        return _found(blank, request)
    except IndexUnusable:
        log.warning("the search index could not be used", exc_info=True)
    try:
        if repair():
            return _found(blank, request)
    except IndexUnusable:
        log.warning("the search index could not be used after its repair", exc_info=True)
    words = [word for term in query.wanted for word in texts(term)]
    return replace(blank, page_ids=tuple(pages_with_words(words[:MOST_FALLBACK_WORDS], chosen)), reduced=True)


def page_hits(answered: Answer, page_ids: Sequence[int]) -> list[Hit]:
    """The hits for some of the pages found; those that are not published any more fall away."""
    marker = Marker(answered.query.wanted)
    return [_page_hit(page, marker) for page in shown_pages(page_ids)]


def topic_hits(answered: Answer) -> list[Hit]:
    """The themes that the question is about, with their definitions."""
    if not answered.topics:
        return []
    marker = Marker(answered.query.wanted)
    leads = topic_leads()
    return [
        Hit(
            title=topic.name,
            title_marked=marker.mark(topic.name),
            url=f"/themas/{topic.slug}",
            snippet=marker.mark(leads.get(topic.id, "")),
            kind="Thema: alles wat de gids erover zegt",
        )
        for topic in answered.topics
    ]


def _found(blank: Answer, request: Request) -> Answer:
    """All words first; when no page has them all, another spelling is sought and some words are enough."""
    engine = current_engine()
    found = engine.search(request)
    suggestion, some_words = None, False
    if not found.topic_counts and not found.page_ids:
        suggestion = _useful(other_spelling(engine, blank.query, request.audience), blank, request)
        if len(request.parts) > 1:
            found = engine.search(replace(request, any_part=True))
            some_words = bool(found.page_ids)
    return replace(
        blank,
        page_ids=found.page_ids,
        topic_counts=dict(found.topic_counts),
        suggestion=suggestion,
        some_words=some_words,
    )


def _useful(spelling: str | None, blank: Answer, request: Request) -> str | None:
    """Only a spelling that finds something is worth showing."""
    if spelling is None:
        return None
    query = parse(spelling)
    corrected = Request(parts_of(query, blank.all_topics), query.unwanted, audience=request.audience)
    return spelling if current_engine().search(corrected).page_ids else None


def _page_hit(page: ShownPage, marker: Marker) -> Hit:
    snippet = marker.snippet(page.text) or marker.snippet(page.lead) or marker.mark(opening(page.lead))
    return Hit(
        title=page.title,
        title_marked=marker.mark(page.title),
        url=page.url,
        snippet=snippet,
        kind=f"Hoofdstuk {page.chapter}" if page.chapter else "Pagina buiten de gids",
        topics=page.topics,
        at=page.published_at,
    )
