"""Stored answers for visitors without an account."""

from collections.abc import Callable

import pytest
from flask import Flask

from app.core.db import unit_of_work
from app.core.site_state import bump_public_version
from app.web import public_cache
from config import ReadAccess
from tests.browsing import Visitor
from tests.functional.web.conftest import Counts, example_feature

PAGE = "/voorbeeld/lezen"


def change_something(app: Flask) -> None:
    with app.app_context(), unit_of_work():
        bump_public_version()


def test_a_second_visitor_gets_the_stored_answer(app: Flask, counts: Counts) -> None:
    first, second = Visitor(app).get(PAGE), Visitor(app).get(PAGE)
    assert counts.made == 1
    assert first.data == second.data and first.headers["ETag"] == second.headers["ETag"]
    assert second.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "Cookie" in second.headers["Vary"]
    assert "Set-Cookie" not in second.headers


def test_a_public_change_is_seen_at_the_next_request(app: Flask, anonymous: Visitor, counts: Counts) -> None:
    anonymous.get(PAGE)
    change_something(app)
    anonymous.get(PAGE)
    assert counts.made == 2


def test_a_browser_that_has_the_page_gets_304_also_after_a_change_elsewhere(
    app: Flask, anonymous: Visitor
) -> None:
    etag = anonymous.get(PAGE).headers["ETag"]
    change_something(app)
    answer = anonymous.get(PAGE, headers={"If-None-Match": etag})
    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["ETag"] == etag
    assert anonymous.get(PAGE, headers={"If-None-Match": '"other"'}).status_code == 200


def test_head_has_the_headers_of_get_and_no_body(anonymous: Visitor) -> None:
    head, get = anonymous.client.head(PAGE), anonymous.get(PAGE)
    assert head.data == b""
    assert dict(head.headers) == dict(get.headers)


def test_each_query_and_host_has_its_own_answer(anonymous: Visitor, counts: Counts) -> None:
    assert "q=1" in anonymous.get(f"{PAGE}?q=1").text
    assert "q=2" in anonymous.get(f"{PAGE}?q=2").text
    anonymous.get(PAGE, headers={"Host": "evil.example"})
    anonymous.get(PAGE)
    assert counts.made == 4


def test_somebody_with_an_account_never_gets_or_leaves_a_stored_answer(
    anonymous: Visitor, member: Visitor, counts: Counts
) -> None:
    assert "Member Voorbeeld" in member.get(PAGE).text
    assert "iemand" in anonymous.get(PAGE).text
    assert "Member Voorbeeld" in member.get(PAGE).text
    assert counts.made == 3


@pytest.mark.parametrize("path", ["/voorbeeld/telkens", "/voorbeeld/token", f"{PAGE}?q={'x' * 300}"])
def test_what_may_not_be_stored_is_made_each_time(app: Flask, counts: Counts, path: str) -> None:
    Visitor(app).get(path)
    Visitor(app).get(path)
    assert counts.made == 2


def test_a_page_that_says_yesterday_is_made_again_the_next_day(
    anonymous: Visitor, counts: Counts, monkeypatch: pytest.MonkeyPatch
) -> None:
    anonymous.get(PAGE)
    monkeypatch.setattr(public_cache, "today", lambda: "tomorrow")
    anonymous.get(PAGE)
    assert counts.made == 2


def test_errors_and_redirects_are_not_stored(anonymous: Visitor) -> None:
    for path in ("/er-is-niets", "/voorbeeld/formulier", "/voorbeeld/dicht"):
        assert "ETag" not in anonymous.get(path).headers


def test_where_one_must_sign_in_to_read_nothing_is_open_or_stored(
    other_app: Callable[..., Flask], counts: Counts
) -> None:
    app = other_app(read_access=ReadAccess.SIGNED_IN)
    app.register_blueprint(example_feature(counts))
    answer = Visitor(app).get(PAGE)
    assert (answer.status_code, counts.made) == (302, 0)
    assert answer.headers["Cache-Control"] == "private, no-store"
