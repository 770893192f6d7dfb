"""Rode draden, dilemmas and the plaat."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "thread",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("named_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["named_by_id"], ["account.id"], name="fk_thread_named_by_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_thread"),
        sa.UniqueConstraint("slug", name="uq_thread_slug"),
    )
    op.create_table(
        "thread_block",
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("placed_by_id", sa.Integer(), nullable=True),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["block_id"], ["building_block.id"], name="fk_thread_block_block_id_building_block"
        ),
        sa.ForeignKeyConstraint(
            ["placed_by_id"], ["account.id"], name="fk_thread_block_placed_by_id_account"
        ),
        sa.ForeignKeyConstraint(["thread_id"], ["thread.id"], name="fk_thread_block_thread_id_thread"),
        sa.PrimaryKeyConstraint("thread_id", "block_id", name="pk_thread_block"),
    )
    op.create_index("ix_thread_block_block_id", "thread_block", ["block_id"])
    op.create_table(
        "thread_suggestion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("block_ids", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["thread_id"], ["thread.id"], name="fk_thread_suggestion_thread_id_thread"),
        sa.PrimaryKeyConstraint("id", name="pk_thread_suggestion"),
    )
    op.create_index("ix_thread_suggestion_thread_id", "thread_suggestion", ["thread_id"])
    op.create_table(
        "dilemma",
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("opened_by_id", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["block_id"], ["building_block.id"], name="fk_dilemma_block_id_building_block"
        ),
        sa.ForeignKeyConstraint(["opened_by_id"], ["account.id"], name="fk_dilemma_opened_by_id_account"),
        sa.PrimaryKeyConstraint("block_id", name="pk_dilemma"),
    )
    op.create_table(
        "dilemma_choice",
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("voter_key", sa.Text(), nullable=False),
        sa.Column("side", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["block_id"], ["dilemma.block_id"], name="fk_dilemma_choice_block_id_dilemma"
        ),
        sa.PrimaryKeyConstraint("block_id", "voter_key", name="pk_dilemma_choice"),
    )
    op.create_table(
        "picture_visit",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("previous_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_picture_visit_account_id_account"),
        sa.PrimaryKeyConstraint("account_id", name="pk_picture_visit"),
    )


def downgrade() -> None:
    op.drop_table("picture_visit")
    op.drop_table("dilemma_choice")
    op.drop_table("dilemma")
    op.drop_table("thread_suggestion")
    op.drop_table("thread_block")
    op.drop_table("thread")
