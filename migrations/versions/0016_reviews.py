"""What colleagues think of a proposal."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lapsed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lapsed_because", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_review_account_id_account"),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name="fk_review_proposal_id_proposal"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["proposal_version.id"], name="fk_review_version_id_proposal_version"
        ),
    )
    op.create_index("ix_review_proposal_id", "review", ["proposal_id"])


def downgrade() -> None:
    op.drop_table("review")
