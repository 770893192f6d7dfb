"""The plaat: everything that came out of conversations in one picture."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.clock import now
from app.core.db import unit_of_work
from app.core.permissions import Permission
from app.threads.blueprint import bp
from app.threads.picture.growth import growth_of
from app.threads.picture.kinds import VisitStep
from app.threads.picture.layout import draw
from app.threads.picture.queries import held_conversations, read_grid, visit_of
from app.threads.picture.rules import marked_since
from app.threads.picture.service import note_visit
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message


@bp.get("/plaat")
@requires(Permission.READ_CONVERSATIONS)
def picture() -> ResponseReturnValue:
    """The whole, or as it was at the end of the month in `tot`."""
    origins = held_conversations()
    growth = growth_of(origins, request.args.get("tot", ""))
    since = marked_since(visit_of(current_actor().account_id), now())
    grid = read_grid(origins, since, growth.until)
    return render_template(
        "threads/picture.html",
        grid=grid,
        drawn=draw(grid),
        growth=growth,
        since=since,
    )


@bp.post("/plaat")
@requires(Permission.READ_CONVERSATIONS)
def send_visit() -> ResponseReturnValue:
    """Keep that somebody looked; a script tells it, or a button that all has been seen."""
    reader, account_id = FormReader(request.form), current_actor().account_id
    step = reader.choice("stap", VisitStep)
    if step is None or account_id is None:
        abort(400)
    with unit_of_work():
        note_visit(account_id, step)
    if step is VisitStep.LOOKED:
        return "", 204
    flash(message("picture_seen"), "ok")
    return redirect(url_for("threads.picture"), 303)
