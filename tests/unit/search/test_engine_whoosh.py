"""The engine by itself: order, language, bounds, and what happens to it on the disk."""

import gc
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from app.search.engine_whoosh import WhooshEngine
from app.search.port import Audience, Batch, Document, Found, IndexUnusable, Part, Request
from app.search.query import parse
from tests.invariants.sources import ROOT

LONGEST_SECONDS = 0.7


def document(page_id: int, text: str = "", **fields: Any) -> Document:
    values = {"title": f"Pagina {page_id}", "headings": "", "seal": f"{page_id}{text}"}
    return Document(page_id=page_id, text=text, **{**values, **fields})


def build(engine: WhooshEngine, *documents: Document) -> WhooshEngine:
    def fill(batch: Batch) -> None:
        for one in documents:
            batch.put(one)

    engine.replace(fill, lambda _: None)
    return engine


def ask(engine: WhooshEngine, typed: str, **fields: Any) -> Found:
    query = parse(typed)
    return engine.search(Request(tuple(Part((term,)) for term in query.wanted), query.unwanted, **fields))


def pages(engine: WhooshEngine, typed: str, **fields: Any) -> list[int]:
    return list(ask(engine, typed, **fields).page_ids)


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    return WhooshEngine(tmp_path / "search")


def test_a_title_comes_before_a_heading_before_the_text(engine: WhooshEngine) -> None:
    often = "tegenspraak " * 50
    filler = [document(n, "Iets anders over het werk.") for n in range(10, 30)]
    long_title = "Wat wij samen leren van gesprekken over moeilijke tegenspraak in grote organisaties"
    build(
        engine,
        document(1, often),
        document(2, often, headings="Tegenspraak in het team"),
        document(3, "Heel iets anders.", title=long_title),
        *filler,
    )
    assert pages(engine, "tegenspraak") == [3, 2, 1]


def test_plurals_and_accents_make_no_difference(engine: WhooshEngine) -> None:
    build(engine, document(1, "Coördinatie van de adviezen."))
    assert pages(engine, "COORDINATIE advies") == [1]


def test_a_phrase_wants_its_words_in_that_order(engine: WhooshEngine) -> None:
    build(engine, document(1, "De menselijke maat."), document(2, "De maat is menselijke warmte."))
    assert pages(engine, '"menselijke maat"') == [1]


def test_a_phrase_does_not_run_from_the_title_into_the_text(engine: WhooshEngine) -> None:
    build(engine, document(1, "maat houden", title="Menselijke"))
    assert pages(engine, '"menselijke maat"') == []


def test_a_minus_takes_out_what_has_the_word(engine: WhooshEngine) -> None:
    build(engine, document(1, "Advies aan de minister."), document(2, "Advies aan een collega."))
    assert pages(engine, "advies -minister") == [2]


def test_a_star_finds_all_that_begins_so(engine: WhooshEngine) -> None:
    build(engine, document(1, "uitvoering"), document(2, "uitvoerder"), document(3, "uitgave"))
    assert sorted(pages(engine, "uitvoer*")) == [1, 2]


def test_a_word_is_found_inside_a_compound(engine: WhooshEngine) -> None:
    build(engine, document(1, "Een tegenspraakcultuur."))
    assert pages(engine, "cultuur") == [1]


def test_themes_are_counted_before_one_is_chosen(engine: WhooshEngine) -> None:
    build(
        engine,
        document(1, "advies", topic_ids=(7, 8)),
        document(2, "advies", topic_ids=(7,)),
        document(3, "anders"),
    )
    found = ask(engine, "advies", topic_id=8)
    assert (found.page_ids, found.topic_counts) == ((1,), {7: 2, 8: 1})


def test_the_page_that_describes_a_theme_answers_to_its_other_names(engine: WhooshEngine) -> None:
    build(engine, document(1, "Zeg wat niet klopt.", describes_topic_id=7), document(2, "weerwoord"))
    request = Request((Part(parse("weerwoord").wanted, (7,)),))
    assert engine.search(request).page_ids == (1, 2)


def test_some_of_the_words_are_enough_when_asked(engine: WhooshEngine) -> None:
    build(engine, document(1, "advies"), document(2, "minister"))
    assert pages(engine, "advies minister") == []
    assert sorted(pages(engine, "advies minister", any_part=True)) == [1, 2]


@pytest.mark.parametrize(
    ("typed", "better"), [("tegensprak", "tegenspraak"), ("overheit", "overheid"), ("overheid", None)]
)
def test_an_unknown_word_gets_another_spelling(engine: WhooshEngine, typed: str, better: str | None) -> None:
    build(engine, document(1, "Tegenspraak bij de overheid."))
    assert engine.suggest(typed, Audience.PUBLIC) == better


def test_a_document_is_replaced_and_removed(engine: WhooshEngine) -> None:
    build(engine, document(1, "oud"), document(2, "oud"))
    with engine.updating() as batch:
        batch.put(document(1, "vers"))
        batch.remove(2)
    assert (pages(engine, "oud"), pages(engine, "vers")) == ([], [1])


def test_a_change_that_fails_halfway_is_not_seen(engine: WhooshEngine) -> None:
    build(engine, document(1, "oud"))
    with pytest.raises(ZeroDivisionError), engine.updating() as batch:
        batch.put(document(1, "vers"))
        raise ZeroDivisionError
    assert pages(engine, "oud") == [1]


def test_another_process_sees_a_change_at_once(engine: WhooshEngine) -> None:
    other = WhooshEngine(engine.folder.root)
    build(engine, document(1, "oud"))
    assert pages(other, "oud") == [1]
    with engine.updating() as batch:
        batch.put(document(1, "vers"))
    assert (pages(other, "oud"), pages(other, "vers")) == ([], [1])
    build(engine, document(1, "nieuw"))
    assert (pages(other, "vers"), pages(other, "nieuw")) == ([], [1])


def test_what_changes_during_a_rebuild_is_in_the_new_index(engine: WhooshEngine) -> None:
    build(engine, document(1, "oud"))

    def fill(batch: Batch) -> None:
        batch.put(document(1, "oud"))
        with WhooshEngine(engine.folder.root).updating() as meanwhile:
            meanwhile.put(document(1, "vers"))

    engine.replace(fill, lambda batch: batch.put(document(1, "vers")))
    assert (pages(engine, "vers"), pages(engine, "oud")) == ([1], [])


def test_a_rebuild_that_somebody_else_did_is_not_done_again(engine: WhooshEngine) -> None:
    build(engine, document(1, "oud"))
    before = engine.identity()
    build(engine, document(1, "vers"))
    engine.replace(lambda _: pytest.fail("built again"), lambda _: None, instead_of=before)
    assert pages(engine, "vers") == [1]


def test_threads_that_search_and_change_at_once_do_not_disturb_each_other(engine: WhooshEngine) -> None:
    build(engine, *(document(n, "advies") for n in range(20)))

    def change(number: int) -> None:
        with engine.updating() as batch:
            batch.put(document(number, "advies opnieuw"))

    with ThreadPoolExecutor(6) as pool:
        changes = [pool.submit(change, number) for number in range(6)]
        counts = [len(found) for found in pool.map(lambda _: pages(engine, "advies"), range(40))]
        for done in changes:
            done.result()
    assert set(counts) == {20}
    assert len(pages(engine, "opnieuw")) == 6


OTHER = """
import sys
from pathlib import Path
from app.search.engine_whoosh import WhooshEngine
from tests.unit.search.test_engine_whoosh import add_one_by_one

print("ready", flush=True)
add_one_by_one(WhooshEngine(Path(sys.argv[1])), range(100, 110))
"""


def add_one_by_one(engine: WhooshEngine, numbers: range) -> None:
    for number in numbers:
        with engine.updating() as batch:
            batch.put(document(number, "advies"))


def test_two_processes_write_without_losing_a_page(engine: WhooshEngine) -> None:
    build(engine)
    command = [sys.executable, "-c", OTHER, str(engine.folder.root)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"ready\n"
        add_one_by_one(engine, range(200, 210))
    assert other.returncode == 0
    assert sorted(pages(engine, "advies")) == [*range(100, 110), *range(200, 210)]


def spoil(change: Callable[[Path], object], *, of: str) -> Callable[[WhooshEngine], None]:
    def spoil_index(engine: WhooshEngine) -> None:
        for path in engine.folder.in_use().glob(of):
            change(path)

    return spoil_index


DAMAGE = {
    "segment gone": spoil(Path.unlink, of="MAIN_*.*"),
    "segment halved": spoil(
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]), of="MAIN_*.*"
    ),
    "segment garbage": spoil(lambda path: path.write_bytes(b"x" * 4000), of="MAIN_*.*"),
    "contents empty": spoil(lambda path: path.write_bytes(b""), of="*.toc"),
    "contents halved": spoil(lambda path: path.write_bytes(path.read_bytes()[:40]), of="*.toc"),
    "contents garbage": spoil(lambda path: path.write_bytes(b"\x80garbage" * 99), of="*.toc"),
    "folder gone": lambda engine: shutil.rmtree(engine.folder.in_use()),
    "everything gone": lambda engine: shutil.rmtree(engine.folder.root),
    "pointer garbage": lambda engine: (engine.folder.root / "in-use").write_bytes(b"\xff../../etc"),
    "pointer empty": lambda engine: (engine.folder.root / "in-use").write_bytes(b""),
}


# Whoosh leaves the file open when it finds that it cannot read it.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_index_is_unusable_and_can_be_replaced(
    engine: WhooshEngine, damage: Callable[[WhooshEngine], None]
) -> None:
    build(engine, document(1, "advies"))
    damage(engine)
    fresh = WhooshEngine(engine.folder.root)
    with pytest.raises(IndexUnusable):
        ask(fresh, "advies")
    with pytest.raises(IndexUnusable), fresh.updating() as batch:
        batch.put(document(1, "vers"))
        batch.seals()
    assert pages(build(fresh, document(1, "advies")), "advies") == [1]
    gc.collect()


def test_hostile_questions_are_answered_soon(engine: WhooshEngine, payloads: list[dict[str, Any]]) -> None:
    build(engine, *(document(n, "van de een het gesprek advies ver uit ont " * 40) for n in range(60)))
    shapes = [
        "*" * 200,
        "[a TO zzzz]",
        "a " * 5000,
        "NOT " * 500 + "a",
        "a~9",
        '"van de" ' * 60,
        "ver* " * 60,
    ]
    for typed in (*shapes, *(payload["payload"] for payload in payloads[::10])):
        begun = time.process_time()
        ask(engine, typed)
        ask(engine, typed, any_part=True)
        assert time.process_time() - begun < LONGEST_SECONDS, typed[:60]
