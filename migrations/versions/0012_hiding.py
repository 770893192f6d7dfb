"""Hiding a revision or a name in it."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "revision_hiding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_revision_hiding"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_revision_hiding_account_id_account"),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["account.id"], name="fk_revision_hiding_answered_by_id_account"
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["account.id"], name="fk_revision_hiding_asked_by_id_account"
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name="fk_revision_hiding_revision_id_revision"
        ),
    )
    op.create_index("ix_revision_hiding_revision_id", "revision_hiding", ["revision_id"])


def downgrade() -> None:
    op.drop_table("revision_hiding")
