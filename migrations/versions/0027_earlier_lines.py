"""The lines that stood on a canvas or a model before."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "earlier_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=True),
        sa.Column("model_part", sa.String(length=32), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_earlier_line"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_earlier_line_conversation_id_conversation"
        ),
    )
    op.create_index("ix_earlier_line_conversation_id", "earlier_line", ["conversation_id"])


def downgrade() -> None:
    op.drop_table("earlier_line")
