"""Chapters, pages and their immutable revisions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chapter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chapter"),
        sa.UniqueConstraint("slug", name="uq_chapter_slug"),
    )
    op.create_table(
        "page",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("current_revision_id", sa.Integer(), nullable=True),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("chapter_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("describes_topic_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_page"),
        sa.ForeignKeyConstraint(["chapter_id"], ["chapter.id"], name="fk_page_chapter_id_chapter"),
        sa.ForeignKeyConstraint(
            ["describes_topic_id"], ["topic.id"], name="fk_page_describes_topic_id_topic"
        ),
        sa.UniqueConstraint("describes_topic_id", name="uq_page_describes_topic_id"),
    )
    op.create_index("ix_page_guide", "page", ["chapter_id", "position"])
    op.create_index("ix_page_title_key", "page", ["title_key"])
    op.create_table(
        "page_slug",
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("slug", name="pk_page_slug"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_page_slug_page_id_page"),
    )
    op.create_index("ix_page_slug_page_id", "page_slug", ["page_id"])
    op.create_index(
        "uq_page_slug_current",
        "page_slug",
        ["page_id"],
        unique=True,
        sqlite_where=sa.text("current = 1"),
        postgresql_where=sa.text("current"),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("change_note", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("minor", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(length=32), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("authored_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        sa.CheckConstraint(
            "origin <> 'proposal' OR approver_id IS NOT NULL", name=op.f("ck_revision_proposal_has_approver")
        ),
        sa.ForeignKeyConstraint(["approver_id"], ["account.id"], name="fk_revision_approver_id_account"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_revision_page_id_page"),
        sa.ForeignKeyConstraint(
            ["parent_id", "page_id"], ["revision.id", "revision.page_id"], name="fk_revision_parent"
        ),
        sa.UniqueConstraint("id", "page_id", name="uq_revision_id_page_id"),
        sa.UniqueConstraint("page_id", "number", name="uq_revision_page_id_number"),
        sa.UniqueConstraint("page_id", "parent_id", name="uq_revision_page_id_parent_id"),
    )
    op.create_index("ix_revision_published_at", "revision", ["published_at"])
    op.create_index(
        "uq_revision_root",
        "revision",
        ["page_id"],
        unique=True,
        sqlite_where=sa.text("parent_id IS NULL"),
        postgresql_where=sa.text("parent_id IS NULL"),
    )
    # Page and revision point at each other, so this one comes after both.
    with op.batch_alter_table("page") as page:
        page.create_foreign_key(
            "fk_page_current_revision", "revision", ["current_revision_id", "id"], ["id", "page_id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("page") as page:
        page.drop_constraint("fk_page_current_revision", type_="foreignkey")
    op.drop_table("revision")
    op.drop_table("page_slug")
    op.drop_table("page")
    op.drop_table("chapter")
