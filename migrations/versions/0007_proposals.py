"""Proposals, their versions, changes and timeline."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("last_event", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
        sa.ForeignKeyConstraint(["assignee_id"], ["account.id"], name="fk_proposal_assignee_id_account"),
    )
    op.create_index("ix_proposal_assignee_id", "proposal", ["assignee_id"])
    op.create_table(
        "proposal_author",
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("proposal_id", "account_id", name="pk_proposal_author"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_proposal_author_account_id_account"),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name="fk_proposal_author_proposal_id_proposal"
        ),
    )
    op.create_index("ix_proposal_author_account_id", "proposal_author", ["account_id"])
    op.create_table(
        "proposal_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sent_by_id", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("change_note", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("minor", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proposal_version"),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name="fk_proposal_version_proposal_id_proposal"
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"], ["account.id"], name="fk_proposal_version_sent_by_id_account"
        ),
        sa.UniqueConstraint("proposal_id", "number", name="uq_proposal_version_proposal_id_number"),
    )
    op.create_table(
        "proposal_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=True),
        sa.Column("base_revision_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("chapter_id", sa.Integer(), nullable=True),
        sa.Column("section_anchor", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proposal_change"),
        sa.ForeignKeyConstraint(
            ["base_revision_id"], ["revision.id"], name="fk_proposal_change_base_revision_id_revision"
        ),
        sa.ForeignKeyConstraint(["chapter_id"], ["chapter.id"], name="fk_proposal_change_chapter_id_chapter"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_proposal_change_page_id_page"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["proposal_version.id"], name="fk_proposal_change_version_id_proposal_version"
        ),
        sa.UniqueConstraint("version_id", "page_id", name="uq_proposal_change_version_id_page_id"),
    )
    op.create_index("ix_proposal_change_page_id", "proposal_change", ["page_id"])
    op.create_index("ix_proposal_change_version_id", "proposal_change", ["version_id"])
    op.create_table(
        "proposal_change_topic",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("change_id", "topic_id", name="pk_proposal_change_topic"),
        sa.ForeignKeyConstraint(
            ["change_id"], ["proposal_change.id"], name="fk_proposal_change_topic_change_id_proposal_change"
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_proposal_change_topic_topic_id_topic"),
    )
    op.create_table(
        "change_rendering",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("renderer_version", sa.Integer(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.Column("segments", sa.JSON(), nullable=False),
        sa.Column("change_size", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("change_id", name="pk_change_rendering"),
        sa.ForeignKeyConstraint(
            ["change_id"], ["proposal_change.id"], name="fk_change_rendering_change_id_proposal_change"
        ),
    )
    op.create_table(
        "proposal_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("state_after", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proposal_event"),
        sa.ForeignKeyConstraint(["actor_id"], ["account.id"], name="fk_proposal_event_actor_id_account"),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name="fk_proposal_event_proposal_id_proposal"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["proposal_version.id"], name="fk_proposal_event_version_id_proposal_version"
        ),
        sa.UniqueConstraint("proposal_id", "seq", name="uq_proposal_event_proposal_id_seq"),
    )
    op.create_index("ix_proposal_event_state", "proposal_event", ["state_after", "at"])
    op.create_table(
        "publication",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("change_id", name="pk_publication"),
        sa.ForeignKeyConstraint(
            ["change_id"], ["proposal_change.id"], name="fk_publication_change_id_proposal_change"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["proposal_event.id"], name="fk_publication_event_id_proposal_event"
        ),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name="fk_publication_revision_id_revision"),
        sa.UniqueConstraint("revision_id", name="uq_publication_revision_id"),
    )
    op.create_index("ix_publication_event_id", "publication", ["event_id"])


def downgrade() -> None:
    op.drop_table("publication")
    op.drop_table("proposal_event")
    op.drop_table("change_rendering")
    op.drop_table("proposal_change_topic")
    op.drop_table("proposal_change")
    op.drop_table("proposal_version")
    op.drop_table("proposal_author")
    op.drop_table("proposal")
