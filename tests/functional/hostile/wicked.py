"""A guide in which people with hostile names wrote hostile texts, everywhere that a person may type."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import Flask

from app.pages.kinds import RevisionOrigin
from app.proposals.sending import Motivation
from tests.builders import BuiltPage, make_chapter, make_page, make_topic, revise_page
from tests.functional.hostile.judging import CANARY
from tests.proposal_builders import REDACTEUR, People, make_actor, send_edit, take
from tests.proposal_site import Site

VIEWS = ("doorlopend", "naast", "brontekst")
TOPIC = "vijandig"
TITLE_ROOM, LEAD_ROOM = 150 - len(CANARY), 400 - len(CANARY)
OVERLAP = "Zin een {}. Zin twee.\n\n## Kop {}\n\n{}\n"


@dataclass(frozen=True)
class Wicked:
    """Pages with two versions and an open proposal each; the last proposal overlaps with its page."""

    site: Site
    pages: tuple[BuiltPage, ...]
    proposals: tuple[int, ...]

    def addresses(self) -> Iterator[str]:
        """Every address at which any of it is shown."""
        yield from ("/", "/feed.xml", "/wijzigingen", "/paginas", "/themas", f"/themas/{TOPIC}")
        yield from ("/voorstellen", "/voorstellen?lijst=open", "/redactie/wachtrij", "/voorstellen/nieuw")
        for page in self.pages:
            yield from (page.url, f"{page.url}/versies", f"{page.url}/versies/1", f"{page.url}/voorstel")
            yield from (f"{page.url}/vergelijk?weergave={view}" for view in VIEWS)
        for number in self.proposals:
            yield from (f"/voorstellen/{number}?weergave={view}" for view in (*VIEWS, "hele-tekst"))


def make_wicked(app: Flask, texts: Iterable[str]) -> Wicked:
    """A page for each of these texts, and every text in the body of each."""
    with app.app_context():
        people = People(
            *(make_actor(f"{name}{CANARY}", *REDACTEUR) for name in ("Noor", "Sam", "Fenna", "Jo"))
        )
        topic = make_topic(f"Thema{CANARY}", f"woord{CANARY}", slug=TOPIC)
        chapter = make_chapter(f"Hoofdstuk{CANARY}", slug="hoofdstuk")
        built = [_page(text, people, chapter_id=chapter, topic_id=topic) for text in texts]
    pages, proposals = zip(*built, strict=True)
    return Wicked(Site(app, people, pages[0]), pages, proposals)


def _page(text: str, people: People, *, chapter_id: int, topic_id: int) -> tuple[BuiltPage, int]:
    writer, redacteur = people.writer.account_id or 0, people.redacteur.account_id
    page = make_page(
        f"{text[:TITLE_ROOM]}{CANARY}",
        OVERLAP.format(text, text, text),
        lead=f"{text[:LEAD_ROOM]}{CANARY}",
        chapter_id=chapter_id,
        topic_ids=[topic_id],
    )
    why = Motivation(change_note=f"{text}{CANARY}", reason=f"{text}{CANARY}")
    number = send_edit(people.writer, page, OVERLAP.format(text + "a", text, text), why=why)
    take(people.redacteur, number)
    page = revise_page(
        page,
        OVERLAP.format(text + "b", text[1:], text[:-1]),
        title=f"{text[1:TITLE_ROOM]}{CANARY}",
        lead=f"{text[1:LEAD_ROOM]}{CANARY}",
        topic_ids=[],
        origin=RevisionOrigin.PROPOSAL,
        author_ids=(writer,),
        approver_id=redacteur,
        change_note=f"{text}{CANARY}",
        reason=f"{text}{CANARY}",
    )
    return page, number
