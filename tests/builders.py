"""Published pages, themes and people for tests, made by the real services.

Every builder needs an application context and is a transaction of its own; none may stand in another one.
In a test that sends requests: `with app.app_context(): page = make_page(…)`. All names are invented.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from app.accounts.kinds import AccountKind
from app.accounts.models import Account, AccountRole
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.permissions import Role
from app.pages.kinds import RevisionOrigin
from app.pages.models import Chapter, Page
from app.pages.preparation import prepare_text
from app.pages.rules import PageContent
from app.pages.service import Attribution, create_page, free_slug, publish
from app.pages.texts import current_text
from app.text.slugs import slugify
from app.topics.models import Topic, TopicSynonym

LEAD = "Een zin die zegt waar deze pagina over gaat."
BODY = "Dit is een voorbeeld. Het staat er om te lezen.\n\n## Een kop\n\nOnder de kop staat nog een zin.\n"


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """What a test wants to know of a page that it made."""

    id: int
    slug: str
    title: str
    revision_id: int

    @property
    def url(self) -> str:
        """Where the page is read."""
        return f"/pagina/{self.slug}"


def make_account(
    name: str = "Noor Voorbeeld", roles: Iterable[Role] = (Role.MEMBER,), *, email: str | None = None
) -> int:
    """A person with these roles; without an address it is `<name>@voorbeeld.test`."""
    with unit_of_work():
        account = Account(
            name=name,
            email_key=email or f"{slugify(name)}@voorbeeld.test",
            password_hash=None,
            kind=AccountKind.LOCAL,
            created_at=now(),
            roles=[AccountRole(role=role) for role in roles],
        )
        db.session.add(account)
        db.session.flush()
        return account.id


def make_topic(name: str = "Tegenspraak", *synonyms: str, slug: str | None = None) -> int:
    """A theme, placed after those that are there."""
    with unit_of_work():
        topic = Topic(slug=slug or slugify(name), name=name, position=_next(Topic.position))
        db.session.add(topic)
        db.session.flush()
        for word in synonyms:
            db.session.add(TopicSynonym(word_key=word.casefold(), topic_id=topic.id, word=word))
        return topic.id


def make_chapter(title: str = "De gids", *, slug: str | None = None) -> int:
    """A chapter, placed after those that are there."""
    with unit_of_work():
        chapter = Chapter(slug=slug or slugify(title), title=title, position=_next(Chapter.position))
        db.session.add(chapter)
        db.session.flush()
        return chapter.id


def make_page(
    title: str = "Tegenspraak organiseren",
    body: str = BODY,
    *,
    lead: str = LEAD,
    slug: str | None = None,
    chapter_id: int | None = None,
    topic_ids: Iterable[int] = (),
    describes_topic_id: int | None = None,
    **attribution: Any,
) -> BuiltPage:
    """A published page; `attribution` are fields of `Attribution` (origin SEED unless given)."""
    content = PageContent(title, lead, body, frozenset(topic_ids))
    prepared = prepare_text(content, None)
    with unit_of_work():
        address = slug or free_slug(slugify(title))
        page_id = create_page(address, chapter_id=chapter_id, describes_topic_id=describes_topic_id)
        revision_id = publish(page_id, None, prepared, _attribution(attribution))
    return BuiltPage(page_id, address, title, revision_id)


def make_many_pages(
    number: int, body: str = BODY, *, chapter_id: int | None = None, topic_ids: Iterable[int] = ()
) -> None:
    """A guide of some size, in one transaction and rendered once; the pages differ by their title."""
    prepared = prepare_text(PageContent("Pagina", LEAD, body, frozenset(topic_ids)), None)
    with unit_of_work():
        first = _next(Page.id)
        for place in range(first, first + number):
            content = replace(prepared.content, title=f"Pagina nummer {place}")
            page_id = create_page(slugify(content.title), chapter_id=chapter_id)
            publish(page_id, None, replace(prepared, content=content), _attribution({}))


def revise_page(
    page: BuiltPage,
    body: str | None = None,
    *,
    title: str | None = None,
    lead: str | None = None,
    topic_ids: Iterable[int] | None = None,
    **attribution: Any,
) -> BuiltPage:
    """The next revision of a page; what is not named stays as it is."""
    parent = current_text(page.id)
    assert parent is not None
    changes: dict[str, Any] = {
        name: value for name, value in (("body", body), ("title", title), ("lead", lead)) if value is not None
    }
    if topic_ids is not None:
        changes["topic_ids"] = frozenset(topic_ids)
    prepared = prepare_text(replace(parent.content, **changes), parent)
    with unit_of_work():
        revision_id = publish(page.id, parent.id, prepared, _attribution(attribution))
    return replace(page, title=prepared.content.title, revision_id=revision_id)


def at(day: int, month: int = 11, year: int = 2026, hour: int = 12) -> datetime:
    """A moment, for tests in which the date is seen."""
    return datetime(year, month, day, hour, tzinfo=now().tzinfo)


def _attribution(fields: dict[str, Any]) -> Attribution:
    return Attribution(**{"origin": RevisionOrigin.SEED, **fields})


def _next(column: Any) -> int:
    return (db.session.scalar(select(func.max(column))) or 0) + 1
