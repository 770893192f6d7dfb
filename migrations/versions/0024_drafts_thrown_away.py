"""Drafts that were thrown away can be had back for a while."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("draft") as table:
        table.add_column(sa.Column("thrown_away_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_draft_thrown_away_at", "draft", ["thrown_away_at"])


def downgrade() -> None:
    # A program from before knows nothing of it: what was thrown away would come back to life.
    op.execute(
        "DELETE FROM draft_change_topic WHERE change_id IN (SELECT c.id FROM draft_change c"
        " JOIN draft d ON d.id = c.draft_id WHERE d.thrown_away_at IS NOT NULL)"
    )
    op.execute(
        "DELETE FROM draft_change WHERE draft_id IN (SELECT id FROM draft WHERE thrown_away_at IS NOT NULL)"
    )
    op.execute("DELETE FROM draft WHERE thrown_away_at IS NOT NULL")
    op.drop_index("ix_draft_thrown_away_at", "draft")
    with op.batch_alter_table("draft") as table:
        table.drop_column("thrown_away_at")
