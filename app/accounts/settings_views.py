"""What a person decides about her own account."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.blueprint import bp
from app.accounts.queries import shows_presence
from app.accounts.service import show_presence
from app.core.db import unit_of_work
from app.core.permissions import Permission
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.settings import current_settings


@bp.get("/mijn/instellingen")
@requires(Permission.READ_NAMES)
def settings() -> ResponseReturnValue:
    """The choices, as they are now."""
    shown = shows_presence(current_actor().account_id or 0)
    return render_template("accounts/settings.html", shown=shown, presence=current_settings().presence)


@bp.post("/mijn/instellingen")
@requires(Permission.READ_NAMES)
def send_settings() -> ResponseReturnValue:
    """Keep them; sending them twice changes nothing more."""
    shown = FormReader(request.form).flag("zichtbaar")
    with unit_of_work():
        show_presence(current_actor().account_id or 0, shown=shown)
    flash(message("settings_kept"), "ok")
    return make_response(redirect(url_for("accounts.settings"), 303))
