"""Devices with their enrolment, classes with many students and students in many classes, and where a roster is from."""

import sqlalchemy as sa
from alembic import op

revision = "0003_devices"
down_revision = "0002"

_row_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _rosters()
    _devices()
    _codes()


def _rosters() -> None:
    for column in (
        sa.Column("source_id", sa.Text),
        sa.Column("school_id", sa.Text),
        sa.Column("removed_ms", sa.BigInteger),
    ):
        op.add_column("classes", column)
    op.create_index("ix_classes_source_id", "classes", ["source_id"], unique=True)
    for name in ("grade", "avatar", "secret", "source_id"):
        op.add_column("students", sa.Column(name, sa.Text))
    op.add_column("students", sa.Column("removed_ms", sa.BigInteger))
    op.create_index("ix_students_source_id", "students", ["source_id"], unique=True)
    op.create_table(
        "memberships",
        sa.Column("student_id", _row_id, nullable=False),
        sa.Column("class_id", _row_id, nullable=False),
        sa.Column("since_ms", sa.BigInteger, nullable=False),
        sa.Column("until_ms", sa.BigInteger),
        sa.Column("source_id", sa.Text),
        sa.PrimaryKeyConstraint("student_id", "class_id", name="pk_memberships"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_memberships_student_id"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_memberships_class_id"),
    )
    op.create_index("ix_memberships_class_id", "memberships", ["class_id"])
    op.create_index("ix_memberships_source_id", "memberships", ["source_id"])
    op.execute(
        "INSERT INTO memberships (student_id, class_id, since_ms)"
        " SELECT id, class_id, created_ms FROM students WHERE class_id IS NOT NULL"
    )


def _devices() -> None:
    op.create_table(
        "devices",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.Column("last_seen_ms", sa.BigInteger, nullable=False),
        sa.Column("revoked_ms", sa.BigInteger),
        sa.Column("start", sa.String(36)),
        sa.Column("fetches", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name="pk_devices"),
        sa.UniqueConstraint("digest", name="uq_devices_digest"),
    )
    op.create_table(
        "device_classes",
        sa.Column("device_id", _row_id, nullable=False),
        sa.Column("class_id", _row_id, nullable=False),
        sa.PrimaryKeyConstraint("device_id", "class_id", name="pk_device_classes"),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name="fk_device_classes_device_id"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_device_classes_class_id"),
    )
    op.create_index("ix_device_classes_class_id", "device_classes", ["class_id"])
    op.create_table(
        "device_starts",
        sa.Column("device_id", _row_id, nullable=False),
        sa.Column("start", sa.String(36), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "start", name="pk_device_starts"),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name="fk_device_starts_device_id"),
    )


def _codes() -> None:
    op.create_table(
        "enrolment_codes",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.Column("expires_ms", sa.BigInteger, nullable=False),
        sa.Column("device_id", _row_id),
        sa.PrimaryKeyConstraint("id", name="pk_enrolment_codes"),
        sa.UniqueConstraint("digest", name="uq_enrolment_codes_digest"),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name="fk_enrolment_codes_device_id"),
    )
    op.create_index("ix_enrolment_codes_device_id", "enrolment_codes", ["device_id"])
    op.create_table(
        "code_classes",
        sa.Column("code_id", _row_id, nullable=False),
        sa.Column("class_id", _row_id, nullable=False),
        sa.PrimaryKeyConstraint("code_id", "class_id", name="pk_code_classes"),
        sa.ForeignKeyConstraint(["code_id"], ["enrolment_codes.id"], name="fk_code_classes_code_id"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_code_classes_class_id"),
    )
    op.create_index("ix_code_classes_class_id", "code_classes", ["class_id"])
    op.create_table(
        "wrong_codes",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_wrong_codes"),
    )
    op.create_index("ix_wrong_codes_address_at_ms", "wrong_codes", ["address", "at_ms"])
