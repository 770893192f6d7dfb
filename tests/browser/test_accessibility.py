"""Nobody is kept out of any page: axe finds nothing, wide or narrow, light or dark, and 320 px is enough."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from app import create_app
from tests.browser.every_page import EVERY_EXAMPLE, MEETINGS, NOT_FOR_THE_EYE, PAGES
from tests.browser.examples import Example
from tests.browser.lived_in import add_failing_addresses, build_guide_in_use
from tests.browser.serving import serve, tryout_settings
from tests.browser.steps import example as example_person
from tests.browser.visiting import WIDE, Sites, Tabs, fill_empty_guide
from tests.browsing import Visitor
from tests.compiled_templates import share_templates

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """async (options) => (await axe.run({ resultTypes: ["violations"], ...options }))
  .violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.html.slice(0, 150)} ${node.failureSummary}`))"""
FRAME = """() => ({
  language: document.documentElement.lang,
  headings: document.querySelectorAll("h1").length,
  landmarks: ["header", "main", "footer", "nav"].filter((name) => !document.querySelector(name)),
  repeated: [...document.querySelectorAll("[id]")].map((item) => item.id)
    .filter((id, place, all) => all.indexOf(id) !== place),
})"""
# What scrolls inside itself may be wider; what is there for the ear alone has no place on the screen.
BEYOND_THE_EDGE = """() => {
  const scrolls = (item) => item !== null &&
    (/auto|scroll|hidden/.test(getComputedStyle(item).overflowX) || scrolls(item.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((item) => item.getBoundingClientRect().right > innerWidth + 1 && item.checkVisibility())
    .filter((item) => !item.closest(".visually-hidden, dialog") && !scrolls(item))
    .map((item) => item.outerHTML.slice(0, 100));
}"""
PHONE, NARROW = 375, 320
Scheme = Literal["light", "dark"]
# Light and dark differ in their colours and in nothing else.
ALL: dict[str, list[str]] = {}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
# Each kind of page in full; its other states and visitors in half, of which the other half is the same.
THOROUGH = {(examples[0], examples[0].visitors[0]) for examples in PAGES.values()}


@pytest.fixture(scope="module")
def sites(prepared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """Both guides; the tests of this file read, and send only what is refused."""
    folder = tmp_path_factory.mktemp("sites")
    shutil.copytree(prepared_data, folder / "in-use")
    (folder / "empty").mkdir()
    apps = [share_templates(create_app(tryout_settings(folder / name))) for name in ("in-use", "empty")]
    add_failing_addresses(apps[0])
    fill_empty_guide(apps[1])
    places = build_guide_in_use(apps[0])
    with ExitStack() as stack:
        in_use, empty = (stack.enter_context(serve(app, outbox_works=False)) for app in apps)
        yield Sites(in_use, empty, places)


@pytest.fixture(scope="module")
def tabs(browser: Browser, sites: Sites) -> Iterator[Tabs]:
    """Everybody's tabs, closed before the guides stop."""
    opened = Tabs(browser, sites)
    yield opened
    for page in opened.kept.values():
        page.context.close()


def problems(page: Page, *, thorough: bool) -> list[str]:
    """What axe finds and what falls off, wide and on a phone, light and dark; 320 px is 1280 px at 400 %.

    Thorough is wide and narrow, both in light and in dark; else wide in light and narrow in dark.
    """
    page.evaluate(AXE)
    found = _violations(page, WIDE, "light") + _beyond_the_edge(page, WIDE)
    if thorough:
        found += _violations(page, WIDE, "dark", COLOURS)
    _resize(page, PHONE)
    found += _violations(page, PHONE, "dark")
    if thorough:
        found += _violations(page, PHONE, "light", COLOURS)
    _resize(page, NARROW)
    return found + _beyond_the_edge(page, NARROW)


def _violations(page: Page, width: int, scheme: Scheme, rules: dict[str, list[str]] = ALL) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    return [f"{scheme} {width}: {text}" for text in page.evaluate(RUN_AXE, rules)]


def _beyond_the_edge(page: Page, width: int) -> list[str]:
    return [f"beyond {width}: {text}" for text in page.evaluate(BEYOND_THE_EDGE)]


def _resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})


def frame(page: Page) -> dict[str, Any]:
    """Language, headings and landmarks."""
    found: dict[str, Any] = page.evaluate(FRAME)
    return found


@pytest.mark.parametrize(
    ("example", "visitor"), MEETINGS, ids=[f"{example.name}-{visitor}" for example, visitor in MEETINGS]
)
def test_nobody_is_kept_out_of_a_page(tabs: Tabs, example: Example, visitor: str) -> None:
    with tabs.at(example, visitor) as page:
        assert problems(page, thorough=(example, visitor) in THOROUGH) == []
        assert frame(page) == {"language": "nl", "headings": 1, "landmarks": [], "repeated": []}


def test_every_page_of_the_program_has_an_example(sites: Sites) -> None:
    rules = [rule for rule in sites.in_use.app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    endpoints = {rule.endpoint for rule in rules} - NOT_FOR_THE_EYE
    assert sorted(endpoints - set(PAGES)) == [], "routes without an example"
    assert sorted(set(PAGES) - endpoints) == [], "examples without a route"


def test_every_example_is_what_its_route_says(sites: Sites) -> None:
    adapter = sites.in_use.app.url_map.bind("localhost")
    wrong = {
        example.name: endpoint
        for endpoint, examples in PAGES.items()
        for example in examples
        if adapter.match(sites.address(example).partition("?")[0])[0] != endpoint
    }
    assert wrong == {}
    assert len({example.name for example in EVERY_EXAMPLE}) == len(EVERY_EXAMPLE)


def test_every_page_has_a_title_of_its_own(sites: Sites) -> None:
    app = sites.in_use.app
    with app.app_context():
        visitor = Visitor(app).sign_in(example_person("Redacteur").account_id or 0)
    titles = {}
    for endpoint, examples in PAGES.items():
        answer = visitor.get(sites.address(examples[0]))
        if answer.status_code == 200:  # what is refused, or leads on, has the title of that
            titles[endpoint] = answer.text.partition("<title>")[2].partition("</title>")[0]
    assert len(set(titles.values())) == len(titles), titles
