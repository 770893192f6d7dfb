"""Outbox, one-time keys of forms, and the public version."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("available_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    op.create_index("ix_outbox_due", "outbox", ["done_at", "available_at"])
    op.create_index(
        "uq_outbox_waiting",
        "outbox",
        ["kind", "key"],
        unique=True,
        sqlite_where=sa.text("done_at IS NULL AND leased_until IS NULL"),
        postgresql_where=sa.text("done_at IS NULL AND leased_until IS NULL"),
    )
    op.create_table(
        "submission",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("result_url", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_submission"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_submission_account_id_account"),
    )
    op.create_table(
        "site_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_site_state"),
    )
    op.execute("INSERT INTO site_state (id, public_version) VALUES (1, 1)")


def downgrade() -> None:
    op.drop_table("site_state")
    op.drop_table("submission")
    op.drop_table("outbox")
