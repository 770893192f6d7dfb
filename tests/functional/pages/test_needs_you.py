"""What waits for a person on the front page, and how many proposals a page has."""

import pytest
from flask import Flask

from app.core.db import unit_of_work
from app.core.submissions import new_key
from app.proposals import service
from tests.browsing import Visitor
from tests.builders import make_page
from tests.proposal_builders import make_people, move, send_edit, take
from tests.proposal_site import BETTER, Site


@pytest.fixture
def site(app: Flask) -> Site:
    """A fresh page with two colleagues and two redacteuren."""
    with app.app_context():
        return Site(app, make_people(), make_page())


def front(visitor: Visitor) -> str:
    return visitor.get("/").get_data(as_text=True)


def test_a_proposal_that_was_sent_back_waits_for_its_writer_alone(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context(), unit_of_work():
        service.ask_adjustment(site.people.redacteur, move(number, "Mag het korter?"), key=new_key())
    assert f'href="/voorstellen/{number}"' in front(site.visit(site.people.writer))
    for other in (site.visit(site.people.colleague), site.visit(site.people.redacteur), Visitor(site.app)):
        assert "Dit wacht op jou" not in front(other)


def test_the_three_oldest_untaken_proposals_wait_for_the_redactie(site: Site) -> None:
    numbers = [site.proposal(body=BETTER.replace("beter", word)) for word in ("a", "b", "c", "d", "e")]
    with site.app.app_context():
        take(site.people.second, numbers[0])
    html = front(site.visit(site.people.redacteur))
    shown = [number for number in numbers if f'href="/voorstellen/{number}"' in html]
    assert shown == numbers[1:4]


def test_a_page_says_how_many_proposals_are_open(site: Site) -> None:
    for word in ("a", "b"):
        with site.app.app_context():
            send_edit(site.people.writer, site.page, BETTER.replace("beter", word))
    assert "2 open voorstellen" in Visitor(site.app).get(site.page.url).get_data(as_text=True)
