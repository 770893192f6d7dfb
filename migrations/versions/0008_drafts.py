"""Concepts."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=True),
        sa.Column("change_note", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("minor", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name="fk_draft_author_id_account"),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name="fk_draft_proposal_id_proposal"),
    )
    op.create_index("ix_draft_author_id", "draft", ["author_id"])
    op.create_table(
        "draft_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
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
        sa.PrimaryKeyConstraint("id", name="pk_draft_change"),
        sa.ForeignKeyConstraint(
            ["base_revision_id"], ["revision.id"], name="fk_draft_change_base_revision_id_revision"
        ),
        sa.ForeignKeyConstraint(["chapter_id"], ["chapter.id"], name="fk_draft_change_chapter_id_chapter"),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_draft_change_draft_id_draft"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_draft_change_page_id_page"),
        sa.UniqueConstraint("draft_id", "page_id", name="uq_draft_change_draft_id_page_id"),
    )
    op.create_index("ix_draft_change_draft_id", "draft_change", ["draft_id"])
    op.create_index("ix_draft_change_page_id", "draft_change", ["page_id"])


def downgrade() -> None:
    op.drop_table("draft_change")
    op.drop_table("draft")
