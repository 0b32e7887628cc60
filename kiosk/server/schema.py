"""The server's tables, as SQLAlchemy Core knows them. `migrations` makes them; a test holds the two together.

    classes ──< memberships >── students ──< tokens
       │                            ├──────< files             what answers name: uploads and drawings
       │                            └──────< runs ──< events   the ledger, and the outbox towards Timeback
       ├──< device_classes >── devices ──< device_starts
       ├──< code_classes >── enrolment_codes
       └──< teacher_classes >── teachers ──< teacher_sessions, sign_in_links
    lessons                                       every version of each that was uploaded, as its zip
    classes or students ──< assignments, launches, pauses ──< announcements   what kiosks are told, in its order

Times are milliseconds since 1970 UTC (`_ms`).
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only in a column that it calls INTEGER, which has 64 bits there.
_RowId = BigInteger().with_variant(Integer, "sqlite")

classes = Table(
    "classes",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("source_id", Text),  # by which a OneRoster export knows it; none when it was made here
    Column("school_id", Text),  # the school that the export says it is of
    Column("removed_ms", BigInteger),
)
Index("ix_classes_source_id", classes.c.source_id, unique=True)

students = Table(
    "students",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False, unique=True),  # in small letters: how Timeback knows the student
    Column("class_id", ForeignKey(classes.c.id), index=True),  # the class to list them under; one of their memberships
    Column("created_ms", BigInteger, nullable=False),
    Column("grade", Text),
    Column("avatar", Text),  # one of avatars.AVATARS
    Column("secret", Text),  # what a student signs in with on a kiosk: see protocol.roster.Pupil
    Column("source_id", Text),
    Column("removed_ms", BigInteger),
)
Index("ix_students_source_id", students.c.source_id, unique=True)

memberships = Table(
    "memberships",
    metadata,
    Column("student_id", ForeignKey(students.c.id), primary_key=True),
    Column("class_id", ForeignKey(classes.c.id), primary_key=True, index=True),
    Column("since_ms", BigInteger, nullable=False),
    Column("until_ms", BigInteger),  # a row stays for what the class's kiosks have not sent yet
    Column("source_id", Text, index=True),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("student_id", ForeignKey(students.c.id), nullable=False, index=True),
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256 of the token; the token itself is nowhere
    Column("created_ms", BigInteger, nullable=False),
    Column("revoked_ms", BigInteger),
)

runs = Table(
    "runs",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("run_id", String(36), nullable=False, unique=True),  # in small letters
    Column("student_id", ForeignKey(students.c.id), nullable=False, index=True),
    Column("activity", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("run", ForeignKey(runs.c.id), nullable=False),
    Column("kind", String(16), nullable=False),  # ledger.Kind
    Column("at_ms", BigInteger, nullable=False),  # a window's start, a completion's end
    Column("active_ms", Integer, nullable=False),
    Column("inactive_ms", Integer, nullable=False),
    Column("body", Text, nullable=False),  # the message as it came, JSON in ASCII
    Column("received_ms", BigInteger, nullable=False),
    Column("state", String(16), nullable=False),  # ready, delivered, parked; moved: see correcting
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("next_try_ms", BigInteger, nullable=False, server_default="0"),
    Column("claimed_until_ms", BigInteger, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=""),
    UniqueConstraint("run", "kind", "at_ms"),
)

_UNSETTLED = text("state <> 'delivered'")
Index("ix_events_unsettled", events.c.run, events.c.id, postgresql_where=_UNSETTLED, sqlite_where=_UNSETTLED)

progress = Table(
    "progress",
    metadata,
    Column("run", ForeignKey(runs.c.id), primary_key=True, autoincrement=False),
    Column("page", Integer, nullable=False),
    Column("answers", Text, nullable=False),  # JSON, each answer in the shape of lessons.codec, with its changedMs
    Column("updated_ms", BigInteger, nullable=False),  # by the machine's clock, never ahead of the server's
    Column("started_ms", BigInteger, nullable=False, server_default="0"),  # when the run was begun
)

files = Table(  # what students handed in, as long as an answer of theirs names it
    "files",
    metadata,
    Column("student_id", ForeignKey(students.c.id), primary_key=True),
    Column("digest", String(64), primary_key=True),  # SHA-256 of the data
    Column("data", LargeBinary, nullable=False),
    Column("added_ms", BigInteger, nullable=False),
)

finish_requests = Table(
    "finish_requests",
    metadata,
    Column("run", ForeignKey(runs.c.id), primary_key=True, autoincrement=False),
    Column("claim", Text, nullable=False),  # the request as it came, JSON in ASCII
    Column("result", Text),  # JSON: the metrics; none while the claim is parked
    Column("reason", Text, nullable=False),  # why it is parked
    Column("received_ms", BigInteger, nullable=False),
)

teachers = Table(
    "teachers",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False, unique=True),  # in small letters
    Column("is_admin", Boolean, nullable=False),  # sees every class
    Column("password", Text),  # argon2's encoded hash; none until the teacher has chosen one
    Column("created_ms", BigInteger, nullable=False),
)

teacher_classes = Table(
    "teacher_classes",
    metadata,
    Column("teacher_id", ForeignKey(teachers.c.id), primary_key=True),
    Column("class_id", ForeignKey(classes.c.id), primary_key=True),
)

teacher_sessions = Table(
    "teacher_sessions",
    metadata,
    Column("digest", String(64), primary_key=True),  # SHA-256 of the cookie
    Column("teacher_id", ForeignKey(teachers.c.id), nullable=False, index=True),
    Column("expires_ms", BigInteger, nullable=False),
)

sign_in_links = Table(
    "sign_in_links",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("teacher_id", ForeignKey(teachers.c.id), nullable=False, index=True),
    Column("expires_ms", BigInteger, nullable=False),
)

failed_sign_ins = Table(
    "failed_sign_ins",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("who", String(64), nullable=False),  # SHA-256 of an account's or a network address
    Column("at_ms", BigInteger, nullable=False),
    Index("ix_failed_sign_ins_who_at_ms", "who", "at_ms"),
)

audit_log = Table(
    "audit_log",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("at_ms", BigInteger, nullable=False),
    Column("teacher", Text, nullable=False),  # the name as it was: accounts go, the log stays
    Column("student_id", ForeignKey(students.c.id), index=True),  # whom it is about; none for the whole school
    Column("sentence", Text, nullable=False),
)

corrections = Table(  # time that Timeback has for the wrong student, until somebody has mended it there
    "corrections",
    metadata,
    Column("event", ForeignKey(events.c.id), primary_key=True, autoincrement=False),
    Column("student_id", ForeignKey(students.c.id), nullable=False),  # whose it is
    Column("made_ms", BigInteger, nullable=False),
    Column("done_ms", BigInteger),
)

presence = Table(
    "presence",
    metadata,
    Column("student_id", ForeignKey(students.c.id), primary_key=True),
    Column("source", String(64), primary_key=True),  # SHA-256 of the token that tells: a student may be on two kiosks
    Column("lesson", Text),
    Column("page", Integer),
    Column("pages", Integer),
    Column("focus", String(8), nullable=False),  # presence.Focus
    Column("since_ms", BigInteger, nullable=False),  # when it was first told that the focus is this one
    Column("today_ms", Integer, nullable=False),
    Column("today_xp", Float, nullable=False),
    Column("unsent", Integer, nullable=False),
    Column("safety", String(12), nullable=False),  # presence.Safety
    Column("seen_ms", BigInteger, nullable=False),
)

devices = Table(
    "devices",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("name", Text, nullable=False),
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256 of the device's token
    Column("created_ms", BigInteger, nullable=False),
    Column("last_seen_ms", BigInteger, nullable=False),
    Column("revoked_ms", BigInteger),
    Column("start", String(36)),  # the program start that fetched the roster last
    Column("fetches", BigInteger, nullable=False, server_default="0"),  # how many fetches the device had counted then
)

device_classes = Table(
    "device_classes",
    metadata,
    Column("device_id", ForeignKey(devices.c.id), primary_key=True),
    Column("class_id", ForeignKey(classes.c.id), primary_key=True, index=True),
)

device_starts = Table(
    "device_starts",
    metadata,
    Column("device_id", ForeignKey(devices.c.id), primary_key=True),
    Column("start", String(36), primary_key=True),
)

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("created_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Column("device_id", ForeignKey(devices.c.id), index=True),  # the device that used it
)

code_classes = Table(
    "code_classes",
    metadata,
    Column("code_id", ForeignKey(enrolment_codes.c.id), primary_key=True),
    Column("class_id", ForeignKey(classes.c.id), primary_key=True, index=True),
)

wrong_codes = Table(
    "wrong_codes",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("address", Text, nullable=False),  # of who tried it
    Column("at_ms", BigInteger, nullable=False),
)
Index("ix_wrong_codes_address_at_ms", wrong_codes.c.address, wrong_codes.c.at_ms)

lessons = Table(
    "lessons",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("lesson", Text, nullable=False, index=True),  # the lesson's own id
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256 of the package
    Column("version", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("added_ms", BigInteger, nullable=False),  # the latest one is handed out
    Column("package", LargeBinary, nullable=False),  # a zip with lesson.toml at its top
)

assignments = Table(  # to a class or to a student
    "assignments",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("lesson", Text, nullable=False),
    Column("class_id", ForeignKey(classes.c.id), index=True),
    Column("student_id", ForeignKey(students.c.id), index=True),
    Column("from_day", String(10)),  # the first day, such as 2026-01-05
    Column("until_day", String(10)),  # the last day
    Column("position", Integer, nullable=False),  # smaller comes first
    Column("created_ms", BigInteger, nullable=False),
)

launches = Table(
    "launches",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("student_id", ForeignKey(students.c.id), nullable=False, index=True),
    Column("lesson", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("launched_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Column("state", String(8), nullable=False),  # launches.State
    Column("state_ms", BigInteger, nullable=False),
)

pauses = Table(
    "pauses",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("class_id", ForeignKey(classes.c.id), nullable=False, index=True),
    Column("started_ms", BigInteger, nullable=False),
    Column("ends_ms", BigInteger, nullable=False),
)

announcements = Table(
    "announcements",
    metadata,
    Column("id", _RowId, primary_key=True),  # in the order in which they were committed
    Column("kind", String(8), nullable=False),  # announcements.Kind
    Column("class_id", ForeignKey(classes.c.id)),
    Column("student_id", ForeignKey(students.c.id)),
    Column("launch", ForeignKey(launches.c.id)),
    Column("pause", ForeignKey(pauses.c.id)),
    Column("at_ms", BigInteger, nullable=False, index=True),
)

run_aliases = Table(
    "run_aliases",
    metadata,
    Column("run", ForeignKey(runs.c.id), primary_key=True, autoincrement=False),
    Column("canonical", ForeignKey(runs.c.id), nullable=False, index=True),  # is itself nobody's alias
    Column("counted_ms", BigInteger, nullable=False),  # focused time that the canonical run was already paid for
)

ledger_names = Table(
    "ledger_names",
    metadata,
    Column("name", String(36), primary_key=True),  # one row, drawn when the table was made
)
