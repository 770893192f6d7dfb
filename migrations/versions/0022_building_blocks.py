"""Bouwstenen, their texts and timelines, and the sentences that rest on them."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "building_block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.String(length=32), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("origin_key", sa.Text(), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column("handed_in", sa.Boolean(), nullable=False),
        sa.Column("last_event", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_building_block_conversation_id_conversation"
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["canvas_entry.id"],
            name="fk_building_block_entry_id_canvas_entry",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["building_block.id"], name="fk_building_block_merged_into_id_building_block"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_building_block"),
        sa.UniqueConstraint("origin_key", name="uq_building_block_origin_key"),
    )
    op.create_index("ix_building_block_conversation", "building_block", ["conversation_id", "id"])
    op.create_index("ix_building_block_entry_id", "building_block", ["entry_id"])
    op.create_index("ix_building_block_merged_into_id", "building_block", ["merged_into_id"])
    op.create_index("ix_building_block_status", "building_block", ["status", "id"])
    op.create_table(
        "building_block_revision",
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("model_part", sa.String(length=32), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("editor_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["block_id"], ["building_block.id"], name="fk_building_block_revision_block_id_building_block"
        ),
        sa.ForeignKeyConstraint(
            ["editor_id"], ["account.id"], name="fk_building_block_revision_editor_id_account"
        ),
        sa.PrimaryKeyConstraint("block_id", "number", name="pk_building_block_revision"),
    )
    op.create_index("ix_building_block_revision_kind", "building_block_revision", ["kind"])
    op.create_table(
        "building_block_topic",
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["block_id"], ["building_block.id"], name="fk_building_block_topic_block_id_building_block"
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_building_block_topic_topic_id_topic"),
        sa.PrimaryKeyConstraint("block_id", "topic_id", name="pk_building_block_topic"),
    )
    op.create_index("ix_building_block_topic_topic_id", "building_block_topic", ["topic_id"])
    op.create_table(
        "building_block_word",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["block_id"], ["building_block.id"], name="fk_building_block_word_block_id_building_block"
        ),
        sa.PrimaryKeyConstraint("word", "block_id", name="pk_building_block_word"),
    )
    op.create_index("ix_building_block_word_block_id", "building_block_word", ["block_id"])
    op.create_table(
        "building_block_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("status_after", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["account.id"], name="fk_building_block_event_actor_id_account"
        ),
        sa.ForeignKeyConstraint(
            ["block_id"], ["building_block.id"], name="fk_building_block_event_block_id_building_block"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_building_block_event"),
        sa.UniqueConstraint("block_id", "seq", name="uq_building_block_event_block_id_seq"),
    )
    op.create_table(
        "code_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_code_attempt"),
    )
    op.create_index("ix_code_attempt_address", "code_attempt", ["address"])
    op.create_index("ix_code_attempt_at", "code_attempt", ["at"])
    op.create_table(
        "sentence_source",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("begins", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["block_id"], ["building_block.id"], name="fk_sentence_source_block_id_building_block"
        ),
        sa.ForeignKeyConstraint(
            ["revision_id", "page_id"],
            ["revision.id", "revision.page_id"],
            name="fk_sentence_source_revision",
        ),
        sa.PrimaryKeyConstraint("revision_id", "position", "block_id", name="pk_sentence_source"),
    )
    op.create_index("ix_sentence_source_block", "sentence_source", ["block_id"])
    op.create_index("ix_sentence_source_page", "sentence_source", ["page_id", "revision_id"])


def downgrade() -> None:
    op.drop_table("sentence_source")
    op.drop_table("code_attempt")
    op.drop_table("building_block_event")
    op.drop_table("building_block_word")
    op.drop_table("building_block_topic")
    op.drop_table("building_block_revision")
    op.drop_table("building_block")
