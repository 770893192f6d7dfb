"""Formats, conversations and those who prepare them."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "format_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("intro", sa.Text(), nullable=False),
        sa.Column("agenda", sa.JSON(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["made_by_id"], ["account.id"], name="fk_format_version_made_by_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_format_version"),
        sa.UniqueConstraint("format", "number", name="uq_format_version_format_number"),
    )
    op.create_table(
        "format_suggestion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(length=32), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name="fk_format_suggestion_author_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_format_suggestion"),
    )
    op.create_index("ix_format_suggestion_format", "format_suggestion", ["format"])
    op.create_table(
        "conversation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("format_version_id", sa.Integer(), nullable=False),
        sa.Column("own_agenda", sa.JSON(), nullable=True),
        sa.Column("follows_id", sa.Integer(), nullable=True),
        sa.Column("topic_id", sa.Integer(), nullable=True),
        sa.Column("social_task", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=32), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("names_units", sa.Boolean(), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("core_part", sa.String(length=32), nullable=True),
        sa.Column("core_reason", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("harvested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["conversation.id"], name="fk_conversation_follows_id_conversation"
        ),
        sa.ForeignKeyConstraint(
            ["format_version_id"],
            ["format_version.id"],
            name="fk_conversation_format_version_id_format_version",
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_conversation_topic_id_topic"),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
        sa.UniqueConstraint("code", name="uq_conversation_code"),
    )
    op.create_index("ix_conversation_follows_id", "conversation", ["follows_id"])
    op.create_index("ix_conversation_starts_at", "conversation", ["starts_at"])
    op.create_index("ix_conversation_status", "conversation", ["status", "starts_at"])
    op.create_index("ix_conversation_topic_id", "conversation", ["topic_id"])
    op.create_table(
        "conversation_member",
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_conversation_member_account_id_account"
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name="fk_conversation_member_conversation_id_conversation",
        ),
        sa.PrimaryKeyConstraint("conversation_id", "part", "account_id", name="pk_conversation_member"),
    )
    op.create_index("ix_conversation_member_account_id", "conversation_member", ["account_id"])
    op.create_table(
        "conversation_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("work_kind", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_conversation_unit_conversation_id_conversation"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_conversation_unit"),
        sa.UniqueConstraint("conversation_id", "name", name="uq_conversation_unit_conversation_id_name"),
    )
    op.create_index("ix_conversation_unit_work_kind", "conversation_unit", ["work_kind"])
    op.create_table(
        "planned_task",
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_planned_task_conversation_id_conversation"
        ),
        sa.PrimaryKeyConstraint("conversation_id", "step", name="pk_planned_task"),
    )
    op.create_table(
        "conversation_message",
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("changed_by_id", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["account.id"], name="fk_conversation_message_changed_by_id_account"
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name="fk_conversation_message_conversation_id_conversation",
        ),
        sa.PrimaryKeyConstraint("conversation_id", "kind", name="pk_conversation_message"),
    )
    op.create_table(
        "facilitator_availability",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_facilitator_availability_account_id_account"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_facilitator_availability"),
    )
    op.create_index("ix_facilitator_availability_account_id", "facilitator_availability", ["account_id"])


def downgrade() -> None:
    op.drop_table("facilitator_availability")
    op.drop_table("conversation_message")
    op.drop_table("planned_task")
    op.drop_table("conversation_unit")
    op.drop_table("conversation_member")
    op.drop_table("conversation")
    op.drop_table("format_suggestion")
    op.drop_table("format_version")
