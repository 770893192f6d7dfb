"""Files and where they are used."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachment",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_attachment"),
    )
    op.create_table(
        "attachment_use",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("alt", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("page_id", "sha256", name="pk_attachment_use"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_attachment_use_page_id_page"),
        sa.ForeignKeyConstraint(
            ["sha256"], ["attachment.sha256"], name="fk_attachment_use_sha256_attachment"
        ),
    )


def downgrade() -> None:
    op.drop_table("attachment_use")
    op.drop_table("attachment")
