"""What must be there before the first visitor: the schema, example people, content and the search index."""

from pathlib import Path

from app.accounts.service import ensure_example_accounts
from app.building_blocks.seeding import load_example_blocks
from app.building_blocks.tracing.following import promise_unread_sources
from app.conversations.facilitating.seeding import load_example_pool
from app.conversations.formats.seeding import load_formats
from app.conversations.gallery.seeding import load_example_pictures
from app.conversations.inviting.seeding import load_example_statements
from app.conversations.seeding import load_example_conversations
from app.core.db import unit_of_work
from app.core.outbox import forget_done, run_due
from app.importing.seed import load_guide
from app.migrating import migrate, schema_is_current
from app.pages.provenance.tracing import promise_untraced
from app.pages.rerendering import promise_outdated_renderings
from app.proposals.drafts.throwing_away import forget_thrown_away
from app.search.sync import ensure_index
from app.subscribers import HANDLERS
from app.threads.seeding import load_example_threads
from app.web.settings import current_settings

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"


def prepare_everything() -> None:
    """Do what is not done yet; a second time finds nothing to do and is quick."""
    settings = current_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if not schema_is_current():
        migrate()
    if settings.tryout:
        with unit_of_work():
            ensure_example_accounts()
    load_guide(CONTENT)
    load_formats(CONTENT)
    load_example_pool(CONTENT)
    load_example_conversations(CONTENT)
    load_example_statements(CONTENT)
    load_example_pictures(CONTENT)
    load_example_blocks(CONTENT)
    load_example_threads(CONTENT)
    promise_unread_sources()
    ensure_index()
    while run_due(HANDLERS):
        pass  # the first reader finds every link and every word
    forget_done()
    with unit_of_work():
        forget_thrown_away()
    promise_untraced()
    promise_outdated_renderings()  # the server does these: the pages can be read meanwhile
