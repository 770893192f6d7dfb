"""From sentence to bouwsteen and back: what is kept of the marks in published texts, on a real database."""

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.building_blocks import service
from app.building_blocks.detail_queries import timeline_of
from app.building_blocks.kinds import BuildingBlockStatus as Status
from app.building_blocks.models import BuildingBlockEvent, SentenceSource
from app.building_blocks.tracing.fed_queries import sentences_fed_by
from app.building_blocks.tracing.following import promise_unread_sources, trace_sources
from app.conversations.kinds import WorkKind
from app.core.db import db, unit_of_work
from app.core.outbox import FollowUp, OutboxItem, run_due
from app.core.permissions import Role
from app.pages.lifecycle import By, archive_page, unarchive_page
from app.pages.models import Page, Rendering
from app.pages.texts import current_text
from app.subscribers import HANDLERS
from app.text.tracing.sources import named_blocks
from app.text.units import cut_units
from tests.block_builders import move, status_of
from tests.browsing import Visitor
from tests.builders import BuiltPage, make_account, make_page, revise_page
from tests.conversation_builders import make_building_block, make_conversation
from tests.proposal_builders import make_actor

NOW = By(None, "Voor de proef")


def follow_up() -> None:
    while run_due(HANDLERS):
        pass


def kept(page: BuiltPage) -> set[tuple[int, int]]:
    """Which sentence rests on which bouwsteen, as it is kept of the page's present text."""
    rows = select(SentenceSource.position, SentenceSource.block_id).where(
        SentenceSource.revision_id == Page.current_revision_id, Page.id == page.id
    )
    return {(row.position, row.block_id) for row in db.session.execute(rows)}


def html_of(page: BuiltPage) -> str:
    rendering = select(Rendering.html).join(Page, Page.current_revision_id == Rendering.revision_id)
    return db.session.scalars(rendering.where(Page.id == page.id)).one()


def test_what_a_page_rests_on_is_used_until_the_mark_is_taken_away(context: Flask) -> None:
    block = make_building_block()
    page = make_page("Openheid", f"Dit is zo. [[bouwsteen:{block}]] Dat niet.\n")
    follow_up()
    assert kept(page) == {(0, block)}
    assert status_of(block) is Status.USED
    gone = revise_page(page, "Dit is zo. Dat niet.\n")
    follow_up()
    assert kept(gone) == set()
    assert status_of(block) is Status.ACCEPTED
    told = [(one.status, one.page.url) for one in timeline_of(block, insider=False) if one.page]
    assert told == [(Status.USED, f"{page.url}/versies/1"), (Status.ACCEPTED, f"{page.url}/versies/2")]


def test_a_bouwsteen_stays_used_as_long_as_one_page_rests_on_it(context: Flask) -> None:
    block = make_building_block()
    pages = [make_page(title, f"{{{{bouwsteen:{block}}}}}\n") for title in ("Openheid", "Moed")]
    follow_up()
    revise_page(pages[0], "Niets meer.\n")
    follow_up()
    assert status_of(block) is Status.USED
    told = [(one.step.value, one.page.title) for one in timeline_of(block, insider=False) if one.page]
    assert told == [("use", "Openheid"), ("use", "Moed"), ("unuse", "Openheid")]
    with unit_of_work():
        archive_page(pages[1].id, None, NOW)
    follow_up()
    assert (kept(pages[1]), status_of(block)) == (set(), Status.ACCEPTED)
    with unit_of_work():
        unarchive_page(pages[1].id, NOW)
    follow_up()
    assert status_of(block) is Status.USED


def test_reading_a_text_again_changes_nothing(context: Flask) -> None:
    block = make_building_block()
    page = make_page("Openheid", f"Dit is zo. [[bouwsteen:{block}]] [[bouwsteen:9999]]\n")
    for _ in range(2):
        trace_sources({"page": page.id})
    assert kept(page) == {(0, block)}
    assert len(db.session.scalars(select(BuildingBlockEvent.id)).all()) == 2


def test_a_bouwsteen_that_comes_after_the_page_is_found_when_the_program_starts(context: Flask) -> None:
    page = make_page("Openheid", "Dit is zo. [[bouwsteen:1]]\n")
    follow_up()
    assert promise_unread_sources() == 0
    assert make_building_block() == 1
    assert promise_unread_sources() == 1
    follow_up()
    assert (kept(page), status_of(1)) == ({(0, 1)}, Status.USED)
    assert promise_unread_sources() == 0


def test_pages_show_the_new_text_the_stub_and_what_one_was_merged_into(context: Flask) -> None:
    editor = make_actor("Sam Voorbeeld", Role.MEMBER, Role.EDITOR)
    block, other = make_building_block("Vraag eerst door."), make_building_block("Luister lang.")
    page = make_page("Openheid", f"{{{{bouwsteen:{block}}}}}\n")
    follow_up()
    assert "Vraag eerst door." in html_of(page)
    with unit_of_work():
        service.merge(editor, move(block), other)
    follow_up()
    assert "Luister lang." in html_of(page)
    assert status_of(other) is Status.USED
    with unit_of_work():
        service.withdraw(editor, move(other, "Toch niet."))
    follow_up()
    assert "Luister lang." not in html_of(page)
    assert "is ingetrokken" in html_of(page)


def test_a_page_that_names_ten_changed_bouwstenen_is_rendered_again_once(context: Flask) -> None:
    blocks = [make_building_block(f"Nummer {n}.") for n in range(10)]
    make_page("Openheid", "".join(f"{{{{bouwsteen:{block}}}}}\n\n" for block in blocks))
    follow_up()
    editor = make_actor("Sam Voorbeeld", Role.MEMBER, Role.EDITOR)
    for block in blocks:
        with unit_of_work():
            service.withdraw(editor, move(block, "Toch niet."))
    waiting = select(OutboxItem.kind).where(OutboxItem.done_at.is_(None)).order_by(OutboxItem.kind)
    assert list(db.session.scalars(waiting)) == [FollowUp.RENDER_PAGE, FollowUp.SUGGEST_THREADS]


UNITS = st.sampled_from(
    ["Eerst dit. ", "Dan dat. ", "*En* meer. ", "\n\n- Een punt. ", "\n\n> Zei zij. ", "`x` telt. "]
)
MARKS = st.lists(st.integers(1, 4), max_size=2).map(lambda n: "".join(f"[[bouwsteen:{one}]] " for one in n))
TEXTS = st.lists(st.tuples(UNITS, MARKS).map("".join), min_size=1, max_size=6).map("".join)


def test_after_any_edits_both_directions_say_what_the_texts_say(context: Flask) -> None:
    blocks = [make_building_block(f"Nummer {n}.") for n in range(1, 5)]
    pages = [make_page("Openheid", "Begin.\n"), make_page("Moed", "Begin.\n")]

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(st.integers(0, 1), TEXTS), min_size=1, max_size=3))
    def agree(edits: list[tuple[int, str]]) -> None:
        for which, body in edits:
            pages[which] = revise_page(pages[which], body)
            trace_sources({"page": pages[which].id})
        named: set[int] = set()
        for page in pages:
            text = current_text(page.id)
            assert text is not None
            named |= set(named_blocks(text.content.body))
            marks = [(unit.words.strip(), unit.marks) for unit in cut_units(text.content.body) if unit.marks]
            assert len({position for position, _ in kept(page)}) == len(marks)
            assert {block for _, block in kept(page)} == set().union(*(found for _, found in marks))
        used = {block for block in blocks if status_of(block) is Status.USED}
        assert used == named

    agree()


def test_a_conversation_knows_every_sentence_it_fed_also_by_way_of_a_merge(context: Flask) -> None:
    editor = make_actor("Sam Voorbeeld", Role.MEMBER, Role.EDITOR)
    conversation = make_conversation(editor.account_id or 0)
    own = make_building_block("Vraag door.", conversation_id=conversation)
    merged = make_building_block("Vraag eerst door.", conversation_id=conversation)
    other = make_building_block("Luister lang.")
    with unit_of_work():
        service.merge(editor, move(merged), other)
    make_page("Openheid", f"- Dit is *zo*. [[bouwsteen:{own}]] Ook dit. [[bouwsteen:{other}]]\n")
    follow_up()
    fed = [(one.number, one.use.sentence, one.use.url) for one in sentences_fed_by(conversation)]
    assert fed == [
        (own, "Dit is zo.", f"/pagina/openheid#bouwsteen-{own}"),
        (merged, "Ook dit.", f"/pagina/openheid#bouwsteen-{other}"),
    ]


def test_readers_without_an_account_see_what_was_said_and_only_units_that_may_be_named(app: Flask) -> None:
    with app.app_context():
        host = make_account()
        units = [("Directie Voorbeeld", WorkKind.POLICY)]
        named = make_conversation(host, title="Achter de deur", units=units, names_units=True)
        closed = make_conversation(host, title="Onder ons", units=[("Dienst Stil", WorkKind.EXECUTION)])
        said = [make_building_block(f"Zo is {n}.", conversation_id=n) for n in (named, closed)]
        waits = make_building_block("Nog niet voor iedereen.", status=Status.NOTED)
        page = make_page(
            "Openheid",
            "".join(f"Dit. [[bouwsteen:{n}]]\n\n{{{{bouwsteen:{n}}}}}\n\n" for n in (*said, waits)),
        )
    anonymous = Visitor(app).get(page.url).get_data(as_text=True)
    colleague = Visitor(app).sign_in(host).get(page.url).get_data(as_text=True)
    for text in (anonymous, colleague):
        assert all(f"Zo is {n}." in text for n in (named, closed))
        assert "rust op 2 bouwstenen uit 2 gesprekken" in text
        assert "Directie Voorbeeld" in text
        assert "Dienst Stil" not in text
        assert "Nog niet voor iedereen" not in text
    assert ("Achter de deur" in colleague, "/gesprekken/1" in colleague) == (True, True)
    by_sentence = Visitor(app).get(f"{page.url}/herkomst?weergave=lijst").get_data(as_text=True)
    assert f"Zo is {closed}." in by_sentence
    assert not any(
        secret in anonymous + by_sentence for secret in ("Achter de deur", "Onder ons", "/gesprekken/1")
    )
