"""Back to a form that could not be accepted: filled as it was, by its own view, and not sent."""

from urllib.parse import urlsplit

from flask import current_app, flash, make_response, redirect, render_template, request, session
from flask.ctx import RequestContext
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict
from werkzeug.test import EnvironBuilder

from app.core.db import reading_only
from app.web.addresses import readable_path, view_at
from app.web.guards import access_to, current_actor
from app.web.kept_forms import RESUMED_FIELD, KeptForm
from app.web.messages import message


def resume(kept: KeptForm) -> ResponseReturnValue:
    """The answer to somebody who is signed in (again) and came with a form, or only an address."""
    if not kept.fields:
        return redirect(readable_path(kept.path), 303)
    found = view_at(kept.path, "POST")
    access = access_to(found[0]) if found else None
    allowed = access is not None and current_actor().may(access.permission)
    if access is not None and access.restores and allowed:
        return _filled_form(kept)
    if kept.texts:
        sentence = message("kept_here" if allowed else "not_allowed")
        page = render_template(
            "accounts/not_sent.html", kept=kept, message=sentence, back=readable_path(kept.path)
        )
        return make_response(page, 200 if allowed else 403)
    flash(message("not_sent"), "warning")
    return redirect(readable_path(kept.path), 303)


def _filled_form(kept: KeptForm) -> ResponseReturnValue:
    """Call the form's view with a request of its own; it shares the session and may change nothing."""
    address = urlsplit(kept.path)
    environ = EnvironBuilder(
        path=address.path,
        query_string=address.query,
        method="POST",
        base_url=request.host_url,
        data=MultiDict([*kept.fields, (RESUMED_FIELD, "1")]),
    ).get_environ()
    # The session is shared, so that the token made for this form reaches the browser.
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # its stubs know only the stand-in
    shared = session._get_current_object()  # type: ignore[attr-defined]  # the same
    with RequestContext(app, environ, session=shared), reading_only():
        view = app.view_functions[request.endpoint or ""]
        return make_response(app.ensure_sync(view)(**(request.view_args or {})))
