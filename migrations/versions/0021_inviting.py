"""Signing up for conversations, and statements."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_up",
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("work_kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_sign_up_account_id_account"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_sign_up_conversation_id_conversation"
        ),
        sa.PrimaryKeyConstraint("conversation_id", "account_id", name="pk_sign_up"),
    )
    op.create_index("ix_sign_up_account_id", "sign_up", ["account_id"])
    op.create_table(
        "statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_statement_conversation_id_conversation"
        ),
        sa.ForeignKeyConstraint(["made_by_id"], ["account.id"], name="fk_statement_made_by_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_statement"),
    )
    op.create_index("ix_statement_conversation_id", "statement", ["conversation_id"])
    op.create_table(
        "statement_answer",
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("voter_key", sa.Text(), nullable=False),
        sa.Column("opinion", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name="fk_statement_answer_statement_id_statement"
        ),
        sa.PrimaryKeyConstraint("statement_id", "voter_key", name="pk_statement_answer"),
    )
    op.create_index("ix_statement_answer_opinion", "statement_answer", ["statement_id", "opinion"])


def downgrade() -> None:
    op.drop_table("statement_answer")
    op.drop_table("statement")
    op.drop_table("sign_up")
