"""The engine of the running application: the one place that chooses which."""

from typing import cast

from flask import current_app

from app.search.engine_whoosh import WhooshEngine
from app.search.port import SearchEngine
from app.web.settings import current_settings

EXTENSION = "search_engine"
FOLDER = "search"


def current_engine() -> SearchEngine:
    """The engine of this process, made when it is first asked for: after gunicorn's workers have parted."""
    if EXTENSION not in current_app.extensions:
        engine = WhooshEngine(current_settings().data_dir / FOLDER)
        current_app.extensions.setdefault(EXTENSION, engine)
    return cast(SearchEngine, current_app.extensions[EXTENSION])
