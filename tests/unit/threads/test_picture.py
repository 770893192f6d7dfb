"""The plaat: what is grouped, and a picture in which nothing overlaps, on a phone either."""

from datetime import date, timedelta
from itertools import combinations

import pytest

from app.threads.picture.grid import (
    MOST_THREADS,
    MOST_TOPICS,
    MOST_WAYS,
    Count,
    Grid,
    Line,
    Origin,
    make_grid,
)
from app.threads.picture.growth import growth_of
from app.threads.picture.kinds import PlaceKind
from app.threads.picture.layout import Picture, draw, size_of
from app.threads.picture.small import weave

PHONE, WIDE = 343, 1152
LETTER = 8  # a wide letter of 14 pixels
TOPIC, THREAD = PlaceKind.TOPIC, PlaceKind.THREAD


def grid_of(conversations: int, topics: int = 14, threads: int = 6) -> Grid:
    """Every conversation says something on every other line."""
    name = "Een naam die precies te lang is voor de plaat"
    lines = [Line(TOPIC, n, name, "/a") for n in range(topics)]
    lines += [Line(THREAD, n, name, "/b") for n in range(threads)]
    origins = [
        Origin(n, "Gesprek", date(2025, 1, 1) + timedelta(days=n)) for n in range(1, conversations + 1)
    ]
    counts = [
        Count(line.kind, line.id, origin.id, origin.id % 9 + 1, new=origin.id % 2)
        for origin in origins
        for line in lines
        if (line.id + origin.id) % 2
    ]
    return make_grid(lines, origins, counts)


def discs(picture: Picture, width: int) -> list[tuple[float, float, float]]:
    """Middle and radius of everything round, the heads of the ways too."""
    rows = (*picture.topics, *picture.threads)
    places = [(4.5 * width / 100, row.line_y, row.radius) for row in rows]
    heads = [(way.x * width / 100, 22, 12.0) for way in picture.ways]
    stops = [(stop.x * width / 100, stop.y, stop.radius) for way in picture.ways for stop in way.stops]
    return [*places, *heads, *stops]


def test_a_few_conversations_each_have_their_own_way() -> None:
    grid = grid_of(8)
    assert [way.conversation_id for way in grid.ways] == list(range(1, 9))
    assert sum(cell.number for cell in grid.topics[0].cells) == grid.topics[0].total.number


def test_many_are_grouped_by_month_and_the_first_way_is_all_before() -> None:
    grid = grid_of(500)
    assert len(grid.ways) == MOST_WAYS
    assert grid.ways[0].month is None
    assert grid.ways[-1].month == date(2026, 5, 1)
    assert sum(way.conversations for way in grid.ways) == 500


def test_every_way_of_more_than_one_conversation_leads_to_the_plaat_of_its_last_month() -> None:
    ways = grid_of(500).ways
    assert [way.until for way in ways[:3]] == [date(2025, 6, 1), date(2025, 7, 1), date(2025, 8, 1)]
    assert [way.until for way in grid_of(12).ways] == [None] * 12


def test_an_earlier_plaat_holds_what_was_said_by_then_and_is_measured_by_today() -> None:
    lines = [Line(TOPIC, 1, "Openheid", "/a"), Line(THREAD, 1, "Zeg het", "/b")]
    origins = [Origin(1, "", date(2026, 1, 31)), Origin(2, "", date(2026, 2, 1))]
    counts = [Count(TOPIC, 1, 1, 4), Count(TOPIC, 1, 2, 60), Count(THREAD, 1, 2, 1), Count(TOPIC, 1, 9, 500)]
    grid = make_grid(lines, origins, counts, until=date(2026, 1, 1))
    assert ([place.total.number for place in grid.places], grid.conversations) == ([4], 1)
    assert draw(grid).topics[0].size < draw(make_grid(lines, origins, counts)).topics[0].size


@pytest.mark.parametrize(
    ("asked", "until", "earlier", "later"),
    [
        ("", None, 3, None),
        ("2026-06", 6, 3, None),
        ("2026-04", 3, 1, 6),
        ("2026-01", 1, None, 3),
        ("2025-12", None, 3, None),
        ("2026-13", None, 3, None),
        ("iets", None, 3, None),
    ],
)
def test_a_month_that_is_asked_has_one_before_and_one_after(
    asked: str, until: int | None, earlier: int | None, later: int | None
) -> None:
    growth = growth_of([Origin(month, "", date(2026, month, 9)) for month in (1, 6, 3, 1)], asked)
    found = [month and month.month for month in (growth.until, growth.earlier, growth.later)]
    assert found == [until, earlier, later]


def test_a_month_without_conversations_has_a_way_too() -> None:
    origins = [Origin(n, "", date(2026, 1, n)) for n in range(1, 13)] + [Origin(20, "", date(2026, 4, 1))]
    assert [way.conversations for way in make_grid([], origins, []).ways] == [12, 0, 0, 1]


def test_what_came_from_no_conversation_counts_for_its_place() -> None:
    grid = make_grid([Line(TOPIC, 1, "Openheid", "/a")], [], [Count(TOPIC, 1, None, 3, new=1)])
    assert (grid.topics[0].total.number, grid.topics[0].total.new) == (3, 1)
    assert grid.new == 1


def test_the_fullest_stay_and_keep_the_order_of_the_redactie() -> None:
    lines = [Line(TOPIC, n, str(n), "/") for n in range(30)] + [
        Line(THREAD, n, str(n), "/") for n in range(30)
    ]
    counts = [Count(line.kind, line.id, None, line.id) for line in lines]
    grid = make_grid(lines, [], counts)
    assert [place.line.id for place in grid.topics] == list(range(30 - MOST_TOPICS, 30))
    assert [place.line.id for place in grid.threads] == list(range(29, 29 - MOST_THREADS, -1))


@pytest.mark.parametrize("width", [PHONE, WIDE])
@pytest.mark.parametrize("conversations", [1, 8, 12, 13, 500])
def test_nothing_round_overlaps_or_leaves_the_picture(conversations: int, width: int) -> None:
    picture = draw(grid_of(conversations, topics=MOST_TOPICS, threads=MOST_THREADS))
    found = discs(picture, width)
    for (x1, y1, r1), (x2, y2, r2) in combinations(found, 2):
        assert (x1 - x2) ** 2 + (y1 - y2) ** 2 >= (r1 + r2) ** 2
    assert all(r <= x <= width - r and r <= y <= picture.height - r for x, y, r in found)


def test_a_name_stands_above_the_discs_of_its_line_and_fits_a_phone() -> None:
    for row in draw(grid_of(500)).topics:
        assert row.y + 18 <= row.line_y - 11.5
        assert (len(row.name) + len(" 1.234 123 nieuw")) * LETTER <= PHONE + 25


def test_the_height_is_bounded_and_the_same_grid_gives_the_same_picture() -> None:
    assert draw(grid_of(500, topics=99, threads=99)).height < 2_000
    assert draw(grid_of(500)) == draw(grid_of(500))


def test_a_way_ends_at_the_lowest_place_it_touches() -> None:
    for way in draw(grid_of(8)).ways:
        assert way.bottom == max(stop.y for stop in way.stops)


def test_an_empty_plaat_is_a_picture_too() -> None:
    assert draw(make_grid([], [], [])).ways == ()


def test_a_disc_grows_with_what_lies_there() -> None:
    sizes = [size_of(number, 100) for number in (0, 1, 4, 25, 64, 100)]
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[1], sizes[-1]) == (0, 1, 5)


def test_the_small_picture_weaves_each_rode_draad_through_its_themes() -> None:
    small = weave([(1, 10), (2, 0), (3, 40)], [{3, 1}, set()])
    assert [disc.size for disc in small.discs] == [2, 0, 5]
    through = [f" {disc.x} {disc.y - 11}" for disc in (small.discs[0], small.discs[2])]
    assert all(point in small.strands[0] for point in through)
    assert small.strands[1].count("C") == 1
    assert small.threads == 2


def test_the_small_picture_of_nothing_is_empty() -> None:
    assert weave([], []).discs == ()
