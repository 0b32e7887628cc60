"""Runs begun on two machines, when each was begun, and the ledger's own name."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0005_runs_on_two_machines"
down_revision = "0004_handout"

_row_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("progress", sa.Column("started_ms", sa.BigInteger, nullable=False, server_default="0"))
    op.create_table(
        "run_aliases",
        sa.Column("run", _row_id, nullable=False),
        sa.Column("canonical", _row_id, nullable=False),
        sa.Column("counted_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("run", name="pk_run_aliases"),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name="fk_run_aliases_run"),
        sa.ForeignKeyConstraint(["canonical"], ["runs.id"], name="fk_run_aliases_canonical"),
    )
    op.create_index("ix_run_aliases_canonical", "run_aliases", ["canonical"])
    op.execute("UPDATE progress SET started_ms = updated_ms")
    names = op.create_table(
        "ledger_names",
        sa.Column("name", sa.String(36), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_ledger_names"),
    )
    op.bulk_insert(names, [{"name": str(uuid.uuid4())}])
