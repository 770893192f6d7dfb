"""Where each sentence of a page came from."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sentence_provenance",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("sentence_key", sa.Text(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("page_id", "sentence_key", name="pk_sentence_provenance"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_sentence_provenance_page_id_page"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name="fk_sentence_provenance_revision_id_revision"
        ),
    )
    op.create_index("ix_sentence_provenance_revision_id", "sentence_provenance", ["revision_id"])
    op.create_table(
        "provenance_state",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("page_id", name="pk_provenance_state"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_provenance_state_page_id_page"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name="fk_provenance_state_revision_id_revision"
        ),
    )


def downgrade() -> None:
    op.drop_table("provenance_state")
    op.drop_table("sentence_provenance")
