"""Where a student is in a lesson, and the runs that this server finishes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_row_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "progress",
        sa.Column("run", _row_id, nullable=False),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("updated_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("run", name="pk_progress"),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name="fk_progress_run"),
    )
    op.create_table(
        "finish_requests",
        sa.Column("run", _row_id, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("result", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("received_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("run", name="pk_finish_requests"),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name="fk_finish_requests_run"),
    )
