"""An index that is gone, damaged or cannot be written breaks nothing, and comes back by itself."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.search.engine_whoosh import WhooshEngine
from app.search.port import IndexUnusable, Request
from app.search.repair import repair
from app.search.sync import ensure_index
from tests.builders import BuiltPage, make_page, make_topic, revise_page
from tests.functional.search.conftest import Guide

PATIENCE_SECONDS = 30
REDUCED = "je alleen in titels en samenvattingen"

# Whoosh leaves a damaged file open when it finds that it cannot read it.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


def index_files(engine: WhooshEngine, pattern: str) -> list[Path]:
    return list(engine.folder.in_use().glob(pattern))


def halve(path: Path) -> int:
    return path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


DAMAGE: dict[str, Callable[[WhooshEngine], object]] = {
    "everything gone": lambda engine: shutil.rmtree(engine.folder.root),
    "segments halved": lambda engine: [halve(path) for path in index_files(engine, "MAIN_*.*")],
    "contents empty": lambda engine: [path.write_bytes(b"") for path in index_files(engine, "*.toc")],
    "pointer garbage": lambda engine: (engine.folder.root / "in-use").write_bytes(b"\xff"),
}


def published(guide: Guide) -> BuiltPage:
    with guide.app.app_context():
        page = make_page("Eerste", "zonnebloem", topic_ids=[make_topic()])
    guide.follow_up()
    return page


def break_for_good(guide: Guide) -> None:
    """A file where the folder should be: nothing can be read or written there, not even by root."""
    shutil.rmtree(guide.engine.folder.root)
    guide.engine.folder.root.write_text("in the way")


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_search_mends_a_damaged_index_by_itself(
    guide: Guide, damage: Callable[[WhooshEngine], object]
) -> None:
    page = published(guide)
    damage(guide.engine)
    assert guide.visitor.get(page.url).status_code == 200
    assert guide.find("zonnebloem") == ["Eerste"]
    assert REDUCED not in guide.html("zonnebloem")


def test_publishing_mends_a_damaged_index_by_itself(guide: Guide) -> None:
    page = published(guide)
    shutil.rmtree(guide.engine.folder.in_use())
    with guide.app.app_context():
        revise_page(page, "klaproos")
    guide.follow_up()
    assert guide.find("klaproos") == ["Eerste"]


def test_without_any_index_titles_and_leads_are_searched_and_the_page_says_so(guide: Guide) -> None:
    page = published(guide)
    break_for_good(guide)
    assert guide.find("EERSTE") == ["Eerste"]
    assert guide.find("eerste", thema="tegenspraak") == ["Eerste"]
    assert guide.find("zonnebloem") == guide.find("%") == guide.find("-eerste") == []
    assert REDUCED in guide.html("eerste")
    assert guide.visitor.get(page.url).status_code == 200


def test_without_any_index_publishing_goes_on_and_the_promise_stays(guide: Guide) -> None:
    page = published(guide)
    break_for_good(guide)
    with guide.app.app_context():
        revise_page(page, "klaproos")
    guide.follow_up()
    assert "klaproos" in guide.visitor.get(page.url).text


def test_a_failed_repair_is_not_tried_at_every_question(
    guide: Guide, caplog: pytest.LogCaptureFixture
) -> None:
    published(guide)
    break_for_good(guide)
    for _ in range(3):
        guide.find("eerste")
    assert sum("could not be rebuilt" in record.message for record in caplog.records) == 1


def test_a_large_index_is_rebuilt_by_another_process(guide: Guide) -> None:
    published(guide)
    shutil.rmtree(guide.engine.folder.root)
    with guide.app.app_context():
        assert repair(small=0) is False
        assert repair(small=0) is False  # one is at it
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not guide.engine.identity():
        assert time.monotonic() < deadline, "nothing was built"
        time.sleep(0.05)
    assert guide.find("zonnebloem") == ["Eerste"]


def test_what_is_ensured_is_usable_and_complete(guide: Guide) -> None:
    with guide.app.app_context():
        make_page("Eerste", "zonnebloem")
        with pytest.raises(IndexUnusable):
            guide.engine.search(Request(()))
        ensure_index()
        assert guide.find("zonnebloem") == ["Eerste"]
        make_page("Tweede", "zonnebloem")
        identity = guide.engine.identity()
        ensure_index()
    assert len(guide.find("zonnebloem")) == 2
    assert guide.engine.identity() == identity
