"""What became of the words of one conversation, for everybody who has its code: no account, no names."""

from flask import Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.building_blocks.blueprint import bp
from app.building_blocks.following.forms import meant_code, typed_code
from app.building_blocks.following.queries import conversation_with_code, followed_blocks, noted_count
from app.building_blocks.following.service import check_may_be_wrong, count_wrong_code
from app.core.db import unit_of_work
from app.core.permissions import Permission
from app.web.guards import requires


@bp.get("/volg")
@requires(Permission.READ, stored=False)
def ask_code() -> ResponseReturnValue:
    """The field for a code; a code that can be one leads to its page."""
    typed, code = typed_code(request.args)
    if code:
        return redirect(url_for("building_blocks.follow", code=code), 303)
    return _ask(typed, 422 if typed else 200)


@bp.get("/volg/<code>")
@requires(Permission.READ, stored=False)
def follow(code: str) -> ResponseReturnValue:
    """What became of each bouwsteen of the conversation with this code, and of no other."""
    meant, address = meant_code(code), request.remote_addr or ""
    if meant is None:
        return _ask(code, 404)
    conversation = conversation_with_code(meant)
    if conversation is None:
        check_may_be_wrong(address)
        with unit_of_work():
            count_wrong_code(address)
        return _ask(code, 404)
    return _unlisted(
        render_template(
            "building_blocks/follow.html",
            conversation=conversation,
            blocks=followed_blocks(conversation.number),
            noted=noted_count(conversation.number),
        )
    )


def _ask(typed: str, status: int) -> Response:
    """The field again with what was typed; whether it could be a code is not told."""
    return _unlisted(
        render_template("building_blocks/ask_code.html", typed=typed, wrong=status != 200), status
    )


def _unlisted(page: str, status: int = 200) -> Response:
    """Search engines keep nothing of what only a code opens."""
    response = make_response(page, status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
