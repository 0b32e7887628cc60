"""What students hand in: the files that their answers name."""

import sqlalchemy as sa
from alembic import op

revision = "0006_files"
down_revision = "0005_runs_on_two_machines"

_row_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "files",
        sa.Column("student_id", _row_id, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("added_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("student_id", "digest", name="pk_files"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_files_student_id"),
    )
