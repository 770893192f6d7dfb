"""Conflicts between proposals and pages, and what was taken over of a proposal."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conflict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("base_text", sa.Text(), nullable=False),
        sa.Column("current_text", sa.Text(), nullable=False),
        sa.Column("proposed_text", sa.Text(), nullable=False),
        sa.Column("choice", sa.String(length=32), nullable=True),
        sa.Column("own_text", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_conflict"),
        sa.ForeignKeyConstraint(
            ["change_id"], ["proposal_change.id"], name="fk_conflict_change_id_proposal_change"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["proposal_event.id"], name="fk_conflict_event_id_proposal_event"
        ),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name="fk_conflict_revision_id_revision"),
    )
    op.create_index("ix_conflict_change_id", "conflict", ["change_id"])
    op.create_index("ix_conflict_event_id", "conflict", ["event_id"])
    op.create_table(
        "change_choice",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.Column("old_text", sa.Text(), nullable=False),
        sa.Column("new_text", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "change_id", "position", name="pk_change_choice"),
        sa.ForeignKeyConstraint(
            ["change_id"], ["proposal_change.id"], name="fk_change_choice_change_id_proposal_change"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["proposal_event.id"], name="fk_change_choice_event_id_proposal_event"
        ),
    )


def downgrade() -> None:
    op.drop_table("change_choice")
    op.drop_table("conflict")
