"""The living page of every part of the screen; in a try-out only."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.clock import today
from app.core.permissions import Permission
from app.web.guards import requires

bp = Blueprint("style", __name__)


@bp.get("/stijl")
@requires(Permission.READ, stored=False)
def style() -> ResponseReturnValue:
    """Every component with example text."""
    return render_template("style/index.html", month=today().replace(day=1))
