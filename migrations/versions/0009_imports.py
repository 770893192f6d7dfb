"""Where imported text came from."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state_sha", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_source"),
        sa.UniqueConstraint("name", name="uq_import_source_name"),
    )
    op.create_table(
        "import_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("commit_id", sa.Text(), nullable=False),
        sa.Column("content_sha", sa.Text(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        sa.Column("proposal_id", sa.Integer(), nullable=True),
        sa.Column("exact", sa.Boolean(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_item"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_import_item_page_id_page"),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name="fk_import_item_proposal_id_proposal"),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name="fk_import_item_revision_id_revision"),
        sa.ForeignKeyConstraint(
            ["source_id"], ["import_source.id"], name="fk_import_item_source_id_import_source"
        ),
        sa.UniqueConstraint(
            "source_id",
            "path",
            "commit_id",
            "content_sha",
            name="uq_import_item_source_id_path_commit_id_content_sha",
        ),
    )
    op.create_index("ix_import_item_page", "import_item", ["page_id"])


def downgrade() -> None:
    op.drop_table("import_item")
    op.drop_table("import_source")
