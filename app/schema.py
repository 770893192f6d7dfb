"""Every table, imported in one place: what migrations and the tests of the schema compare against."""

from app.accounts import models as accounts
from app.attachments import models as attachments
from app.building_blocks import models as building_blocks
from app.building_blocks.following import models as following
from app.conversations import models as conversations
from app.conversations.inviting import models as inviting
from app.core import outbox, site_state, submissions
from app.core.db import Base
from app.discussions import models as discussions
from app.importing import models as importing
from app.pages import models as pages
from app.pages.care import models as care
from app.pages.checking import models as checking
from app.pages.hiding import models as hiding
from app.pages.provenance import models as provenance
from app.proposals import models as proposals
from app.proposals.drafts import models as drafts
from app.proposals.joining import models as joining
from app.proposals.merging import models as merging
from app.proposals.presence import models as presence
from app.proposals.reviewing import models as reviewing
from app.threads import models as threads
from app.topics import models as topics

CORE = (outbox, site_state, submissions, accounts, topics, attachments)
PAGES = (pages, care, checking, hiding, provenance)
PROPOSALS = (proposals, drafts, joining, merging, presence, reviewing)
CONVERSATIONS = (conversations, inviting, building_blocks, following, threads)
MODULES = (*CORE, *PAGES, *PROPOSALS, *CONVERSATIONS, discussions, importing)

metadata = Base.metadata
