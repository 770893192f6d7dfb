"""What the author of a draft gave up when it was brought up to its page."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "draft_conflict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("base_revision_id", sa.Integer(), nullable=True),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("base_text", sa.Text(), nullable=False),
        sa.Column("current_text", sa.Text(), nullable=False),
        sa.Column("proposed_text", sa.Text(), nullable=False),
        sa.Column("choice", sa.String(length=32), nullable=False),
        sa.Column("own_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft_conflict"),
        sa.ForeignKeyConstraint(
            ["change_id"], ["draft_change.id"], name="fk_draft_conflict_change_id_draft_change"
        ),
        sa.ForeignKeyConstraint(
            ["base_revision_id"], ["revision.id"], name="fk_draft_conflict_base_revision_id_revision"
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name="fk_draft_conflict_revision_id_revision"
        ),
    )
    op.create_index("ix_draft_conflict_change_id", "draft_conflict", ["change_id"])
    with op.batch_alter_table("conflict") as table:
        table.add_column(sa.Column("base_revision_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "fk_conflict_base_revision_id_revision", "revision", ["base_revision_id"], ["id"]
        )


def downgrade() -> None:
    # Without the version it stood in, nothing would keep a hidden text out of sight, nor others from a draft.
    op.execute("DELETE FROM conflict WHERE base_revision_id IS NOT NULL")
    with op.batch_alter_table("conflict") as table:
        table.drop_constraint("fk_conflict_base_revision_id_revision", type_="foreignkey")
        table.drop_column("base_revision_id")
    op.drop_table("draft_conflict")
