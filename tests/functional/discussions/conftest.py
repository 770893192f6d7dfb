"""A page and people for the tests of discussions."""

import pytest
from flask import Flask

from tests.builders import make_page
from tests.proposal_builders import make_people
from tests.proposal_site import Site


@pytest.fixture
def site(app: Flask) -> Site:
    """A fresh page with two colleagues and two redacteuren."""
    with app.app_context():
        return Site(app, make_people(), make_page())
