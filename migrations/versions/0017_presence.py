"""Who is at work where, and who wants to write along."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("account") as batch:
        batch.add_column(sa.Column("shows_presence", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_table(
        "presence",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "subject", name="pk_presence"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_presence_account_id_account"),
    )
    op.create_index("ix_presence_subject", "presence", ["subject"])
    op.create_table(
        "co_author_request",
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("proposal_id", "account_id", name="pk_co_author_request"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_co_author_request_account_id_account"
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["account.id"], name="fk_co_author_request_answered_by_id_account"
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name="fk_co_author_request_proposal_id_proposal"
        ),
    )
    op.create_index("ix_co_author_request_account_id", "co_author_request", ["account_id"])


def downgrade() -> None:
    op.drop_table("co_author_request")
    op.drop_table("presence")
    with op.batch_alter_table("account") as batch:
        batch.drop_column("shows_presence")
