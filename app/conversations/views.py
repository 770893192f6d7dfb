"""Everything about conversations; the page of one of them, from which its four steps are reached."""

from flask.typing import ResponseReturnValue

from app.conversations import list_views
from app.conversations.blueprint import bp
from app.conversations.canvas import views as canvas
from app.conversations.chain import views as chain
from app.conversations.facilitating import views as facilitating
from app.conversations.formats import views as formats
from app.conversations.gallery import views as gallery
from app.conversations.holding import views as holding
from app.conversations.inviting import views as inviting
from app.conversations.planning import views as planning
from app.conversations.progress import views as progress
from app.conversations.screens import hub
from app.core.permissions import Permission
from app.web.guards import requires

# The others put their views on the same blueprint when they are imported.
__all__ = [
    "bp",
    "canvas",
    "chain",
    "facilitating",
    "formats",
    "gallery",
    "holding",
    "inviting",
    "list_views",
    "planning",
    "progress",
]


@bp.get("/gesprekken/<int:number>")
@requires(Permission.READ_CONVERSATIONS)
def show(number: int) -> ResponseReturnValue:
    """One conversation: what it is, and what can be done in each of its steps."""
    return hub(number)
