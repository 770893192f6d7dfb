"""A small feature of its own, so that the tests of the web layer stand apart from every real one."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask import Blueprint, Flask, flash, make_response, redirect, render_template_string, request
from flask.typing import ResponseReturnValue

from app.core.db import unit_of_work
from app.core.errors import Conflict
from app.core.permissions import Permission, Role
from app.core.site_state import bump_public_version
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from tests.browsing import Visitor
from tests.builders import make_account

FORM = """<form action="{{ request.path }}" method="post">
<input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
<textarea name="tekst">{{ text }}</textarea>{{ errors }}{{ request.args.get('deel', '') }}</form>"""


@dataclass
class Counts:
    """How often a view made its answer."""

    made: int = 0
    written: int = 0


def example_feature(counts: Counts) -> Blueprint:
    """One view of each kind."""
    bp = Blueprint("voorbeeld", __name__, url_prefix="/voorbeeld")
    add_pages(bp, counts)
    add_forms(bp, counts)
    add_failures(bp)
    return bp


def add_pages(bp: Blueprint, counts: Counts) -> None:
    """What is read."""

    @bp.get("/lezen")
    @requires(Permission.READ)
    def read() -> ResponseReturnValue:
        counts.made += 1
        return render_template_string(
            "{{ actor.name or 'iemand' }} leest {{ q }}{{ flashes }}", q=request.query_string.decode()
        )

    @bp.get("/telkens")
    @requires(Permission.READ, stored=False)
    def read_unstored() -> ResponseReturnValue:
        counts.made += 1
        return "zoeken"

    @bp.get("/token")
    @requires(Permission.READ)
    def read_with_token() -> ResponseReturnValue:
        counts.made += 1
        return render_template_string("{{ csrf_token() }}")


def add_forms(bp: Blueprint, counts: Counts) -> None:
    """What is sent."""

    @bp.route("/formulier", methods=["GET", "POST"])
    @requires(Permission.PROPOSE, restores=True)
    def form() -> ResponseReturnValue:
        reader = FormReader(request.form)
        text = reader.text("tekst")
        if request.method == "POST" and reader.ok:
            counts.written += 1
            with unit_of_work():
                bump_public_version()
            return redirect("/voorbeeld/lezen", 303)
        page = render_template_string(FORM, text=text, errors=" ".join(reader.errors.values()))
        return make_response(page, 422 if reader.errors else 200)

    @bp.post("/slordig")
    @requires(Permission.PROPOSE, restores=True)
    def careless() -> ResponseReturnValue:
        with unit_of_work():
            bump_public_version()
        counts.written += 1
        return "geschreven"

    @bp.post("/lezen/besluit")
    @requires(Permission.DECIDE)
    def decide() -> ResponseReturnValue:
        counts.written += 1
        flash(f"besloten door {current_actor().name}")
        return redirect("/voorbeeld/lezen", 303)


def add_failures(bp: Blueprint) -> None:
    """What does not work."""

    @bp.get("/dicht")
    def closed() -> ResponseReturnValue:
        return "nooit te zien"

    @bp.route("/kapot", methods=["GET", "POST"])
    @requires(Permission.READ)
    def broken() -> ResponseReturnValue:
        raise RuntimeError("geheim uit de code")

    @bp.post("/conflict")
    @requires(Permission.READ)
    def conflict() -> ResponseReturnValue:
        raise Conflict("page_moved_on")


@pytest.fixture
def counts() -> Counts:
    return Counts()


@pytest.fixture
def app(other_app: Callable[..., Flask], counts: Counts) -> Flask:
    """The application with the example feature added."""
    application = other_app()
    application.register_blueprint(example_feature(counts))
    return application


@pytest.fixture
def anonymous(app: Flask) -> Visitor:
    return Visitor(app)


@pytest.fixture
def member(app: Flask) -> Visitor:
    return signed_in(app, Role.MEMBER)


@pytest.fixture
def reader(app: Flask) -> Visitor:
    return signed_in(app, Role.READER)


def signed_in(app: Flask, role: Role) -> Visitor:
    """A visitor with an account of this role."""
    with app.app_context():
        account_id = make_account(f"{role.value.title()} Voorbeeld", [role])
    return Visitor(app).sign_in(account_id)
