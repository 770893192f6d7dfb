"""Authors and themes of revisions, renderings, links and page events."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "revision_author",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("revision_id", "account_id", "part", name="pk_revision_author"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_revision_author_account_id_account"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name="fk_revision_author_revision_id_revision"
        ),
    )
    op.create_index("ix_revision_author_account_id", "revision_author", ["account_id"])
    op.create_table(
        "revision_topic",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("revision_id", "topic_id", name="pk_revision_topic"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name="fk_revision_topic_revision_id_revision"
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_revision_topic_topic_id_topic"),
    )
    op.create_index("ix_revision_topic_topic_id", "revision_topic", ["topic_id"])
    op.create_table(
        "rendering",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("renderer_version", sa.Integer(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.Column("segments", sa.JSON(), nullable=False),
        sa.Column("change_size", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("revision_id", name="pk_rendering"),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name="fk_rendering_revision_id_revision"),
    )
    op.create_table(
        "page_link",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("target_key", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("target_page_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("page_id", "target_key", "heading", name="pk_page_link"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_page_link_page_id_page"),
        sa.ForeignKeyConstraint(["target_page_id"], ["page.id"], name="fk_page_link_target_page_id_page"),
    )
    op.create_index("ix_page_link_target_key", "page_link", ["target_key"])
    op.create_index("ix_page_link_target_page_id", "page_link", ["target_page_id"])
    op.create_table(
        "page_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_page_event"),
        sa.ForeignKeyConstraint(["actor_id"], ["account.id"], name="fk_page_event_actor_id_account"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_page_event_page_id_page"),
    )
    op.create_index("ix_page_event_page_id", "page_event", ["page_id"])


def downgrade() -> None:
    op.drop_table("page_event")
    op.drop_table("page_link")
    op.drop_table("rendering")
    op.drop_table("revision_topic")
    op.drop_table("revision_author")
