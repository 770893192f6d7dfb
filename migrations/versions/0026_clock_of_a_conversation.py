"""When each part of a conversation began."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "begun_part",
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "position", name="pk_begun_part"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_begun_part_conversation_id_conversation"
        ),
    )


def downgrade() -> None:
    op.drop_table("begun_part")
