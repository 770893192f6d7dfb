"""Discussions on proposals."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "discussion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_discussion"),
        sa.ForeignKeyConstraint(
            ["change_id"], ["proposal_change.id"], name="fk_discussion_change_id_proposal_change"
        ),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name="fk_discussion_proposal_id_proposal"),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["account.id"], name="fk_discussion_settled_by_id_account"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["proposal_version.id"], name="fk_discussion_version_id_proposal_version"
        ),
    )
    op.create_index("ix_discussion_proposal_id", "discussion", ["proposal_id"])
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("discussion_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_comment"),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name="fk_comment_author_id_account"),
        sa.ForeignKeyConstraint(
            ["discussion_id"], ["discussion.id"], name="fk_comment_discussion_id_discussion"
        ),
    )
    op.create_index("ix_comment_discussion_id", "comment", ["discussion_id"])


def downgrade() -> None:
    op.drop_table("comment")
    op.drop_table("discussion")
