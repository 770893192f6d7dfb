"""Themes and their synonyms."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "topic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_topic"),
        sa.UniqueConstraint("slug", name="uq_topic_slug"),
    )
    op.create_table(
        "topic_synonym",
        sa.Column("word_key", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word_key", name="pk_topic_synonym"),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_topic_synonym_topic_id_topic"),
    )
    op.create_index("ix_topic_synonym_topic_id", "topic_synonym", ["topic_id"])


def downgrade() -> None:
    op.drop_table("topic_synonym")
    op.drop_table("topic")
