"""Every table, imported in one place: what migrations and the tests of the schema compare against."""

from app.accounts import models as accounts
from app.attachments import models as attachments
from app.core import outbox, site_state, submissions
from app.core.db import Base
from app.importing import models as importing
from app.pages import models as pages
from app.proposals import models as proposals
from app.topics import models as topics

MODULES = (outbox, site_state, submissions, accounts, topics, attachments, pages, proposals, importing)

metadata = Base.metadata
