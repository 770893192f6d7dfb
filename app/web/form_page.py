"""The page with a form: as it opens, and as it comes back with what has to be mended."""

from collections.abc import Mapping

from flask import Response, make_response, render_template

from app.web.kept_forms import RESUMED_FIELD


def form_page(
    template: str, errors: Mapping[str, str] | None = None, *, refused: str | None = None, **facts: object
) -> Response:
    """A form; 422 when something has to be mended first, 409 when it was refused because of somebody else.

    What a form that was kept through signing in says of itself stands apart from the errors, as `resumed`.
    """
    own = dict(errors or {})
    resumed = own.pop(RESUMED_FIELD, None)
    page = render_template(template, errors=own, resumed=resumed, refused=refused, **facts)
    return make_response(page, 409 if refused else 422 if own else 200)
