"""Revisions that somebody looks at after they were published."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "after_check",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_by_id", sa.Integer(), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("verdict", sa.String(length=32), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("revision_id", name="pk_after_check"),
        sa.ForeignKeyConstraint(
            ["checked_by_id"], ["account.id"], name="fk_after_check_checked_by_id_account"
        ),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name="fk_after_check_revision_id_revision"),
    )
    op.create_index("ix_after_check_due_at", "after_check", ["due_at"])


def downgrade() -> None:
    op.drop_table("after_check")
