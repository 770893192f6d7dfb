"""Loading the guide that comes with the program; quick when nothing changed."""

from pathlib import Path

from app.importing.folder import folder_state
from app.importing.queries import state_of_source

SOURCE = "content"


def load_guide(content_dir: Path) -> None:
    """Load chapters, themes and pages; a second time what changed, never over what people approved."""
    if state_of_source(SOURCE) == folder_state(content_dir):
        return
    # Only now: what reads YAML and publishes is not needed for a start with nothing new.
    from app.importing.guide import import_guide

    import_guide(content_dir, SOURCE)
