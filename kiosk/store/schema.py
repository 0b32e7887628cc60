"""The tables, as numbered migrations. A migration that has shipped never changes; a new one is added.

    students ─┬─< runs ─┬─< sittings ─< windows          a window is the outbox entry itself
              │         ├── completions                  single-session: the client submits it
              │         ├── finish_requests              stateful: a server has to decide
              │         ├── progress ─< answers
              │         └─< files                          uploads and drawings, named by answers
              └─< day_totals                             kept by triggers, so they never fall out of step
    secrets                                              of students and the teacher, with wrong tries
    corrections                                          work that was given to the right student, see corrections
    place                                                who is at this machine, and at which lesson
    rescue_files                                         work that is carried to another computer
    notices                                              what a teacher should know of this file
    enrolment                                            the school that this device belongs to

All times are milliseconds: `_ms` on the wall (UTC), `_mono` on the monotonic clock of boot `boot`.
"""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE students (
        id           INTEGER PRIMARY KEY,
        ref          TEXT NOT NULL UNIQUE,  -- how the server and the credentials know them
        name         TEXT NOT NULL,
        avatar       TEXT NOT NULL,
        sign_in      TEXT NOT NULL DEFAULT 'none' CHECK (sign_in IN ('none', 'ok', 'refused')),
        last_end_ms  INTEGER NOT NULL DEFAULT 0,  -- no window of theirs may begin before this
        added_ms     INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE runs (
        id            INTEGER PRIMARY KEY,
        run_id        TEXT NOT NULL,  -- as it is on the wire, verbatim
        student       INTEGER NOT NULL REFERENCES students ON DELETE CASCADE,
        lesson        TEXT NOT NULL,
        name          TEXT NOT NULL,
        course        TEXT NOT NULL,  -- canonical selector, see protocol.course.course_key
        reports_time  INTEGER NOT NULL CHECK (reports_time IN (0, 1)),
        process       INTEGER CHECK (process IN (0, 1)),
        state         TEXT NOT NULL CHECK (state IN ('open', 'closed', 'finished')),
        opened_ms     INTEGER NOT NULL,
        closed_ms     INTEGER,
        UNIQUE (student, run_id)
    ) STRICT;
    CREATE INDEX runs_of_lane ON runs (student, lesson);
    CREATE UNIQUE INDEX one_open_run ON runs (student, lesson, course) WHERE state = 'open';

    CREATE TABLE sittings (
        id            INTEGER PRIMARY KEY,
        run           INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
        started_ms    INTEGER NOT NULL,
        ended_ms      INTEGER,  -- null while it runs, and after a crash until recovery
        asleep_ms     INTEGER NOT NULL DEFAULT 0,
        boot          TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sittings_of_run ON sittings (run);

    CREATE TABLE windows (
        id            INTEGER PRIMARY KEY,
        run           INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
        sitting       INTEGER NOT NULL REFERENCES sittings ON DELETE CASCADE,
        seq           INTEGER NOT NULL,
        started_ms    INTEGER NOT NULL,
        started_mono  INTEGER NOT NULL,
        day           TEXT NOT NULL,  -- local calendar day of its start
        active_ms     INTEGER NOT NULL,
        idle_ms       INTEGER NOT NULL,
        unfocused_ms  INTEGER NOT NULL,
        locked_ms     INTEGER NOT NULL,
        paused_ms     INTEGER NOT NULL,
        state         TEXT NOT NULL CHECK (state IN
                      ('open', 'held', 'ready', 'delivered', 'maybe', 'parked', 'withdrawn')),
        tries         INTEGER NOT NULL DEFAULT 0,  -- once above 0 the window never changes again
        next_try_ms   INTEGER NOT NULL DEFAULT 0,
        doubt_ms      INTEGER,  -- since when it may have been delivered without our knowing
        doubt_mono    INTEGER,
        doubt_boot    TEXT,
        reason        TEXT NOT NULL DEFAULT '',  -- the latest refusal, for a person
        settled_ms    INTEGER,
        UNIQUE (sitting, seq)
    ) STRICT;
    CREATE INDEX windows_ready ON windows (run, id) WHERE state = 'ready';
    CREATE INDEX windows_unfinished ON windows (run) WHERE state IN ('open', 'held');
    CREATE INDEX windows_aside ON windows (run, state) WHERE state IN ('maybe', 'parked');
    CREATE INDEX windows_of_run ON windows (run, active_ms);

    CREATE TABLE completions (
        id           INTEGER PRIMARY KEY,
        run          INTEGER NOT NULL UNIQUE REFERENCES runs ON DELETE CASCADE,
        ended_at     TEXT NOT NULL,  -- frozen: the server knows a repeat by this very text
        metrics      TEXT NOT NULL,  -- JSON as it is on the wire
        pct_complete REAL,
        state        TEXT NOT NULL CHECK (state IN ('ready', 'delivered', 'parked')),
        tries        INTEGER NOT NULL DEFAULT 0,
        next_try_ms  INTEGER NOT NULL DEFAULT 0,
        reason       TEXT NOT NULL DEFAULT '',
        settled_ms   INTEGER
    ) STRICT;
    CREATE INDEX completions_ready ON completions (run) WHERE state = 'ready';

    CREATE TABLE finish_requests (
        run           INTEGER PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
        claim         TEXT NOT NULL,  -- JSON: metrics as this client sees them, and the time
        requested_ms  INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE progress (
        run         INTEGER PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
        page        INTEGER NOT NULL,
        percent     INTEGER NOT NULL,
        updated_ms  INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE answers (
        run         INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
        question    TEXT NOT NULL,
        answer      TEXT NOT NULL,  -- JSON, see lessons.codec
        updated_ms  INTEGER NOT NULL,
        PRIMARY KEY (run, question)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE day_totals (
        student      INTEGER NOT NULL REFERENCES students ON DELETE CASCADE,
        day          TEXT NOT NULL,
        active_ms    INTEGER NOT NULL,
        inactive_ms  INTEGER NOT NULL,
        PRIMARY KEY (student, day)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER window_added AFTER INSERT ON windows BEGIN
        INSERT INTO day_totals (student, day, active_ms, inactive_ms)
        SELECT student, new.day, new.active_ms, new.idle_ms + new.unfocused_ms + new.locked_ms + new.paused_ms
          FROM runs WHERE id = new.run
            ON CONFLICT DO UPDATE SET active_ms = active_ms + excluded.active_ms,
                                      inactive_ms = inactive_ms + excluded.inactive_ms;
        UPDATE students
           SET last_end_ms = max(last_end_ms, new.started_ms + new.active_ms + new.idle_ms
                                 + new.unfocused_ms + new.locked_ms + new.paused_ms)
         WHERE id = (SELECT student FROM runs WHERE id = new.run);
    END;

    CREATE TRIGGER window_changed
     AFTER UPDATE OF active_ms, idle_ms, unfocused_ms, locked_ms, paused_ms ON windows BEGIN
        UPDATE day_totals
           SET active_ms = active_ms + new.active_ms - old.active_ms,
               inactive_ms = inactive_ms
                   + new.idle_ms + new.unfocused_ms + new.locked_ms + new.paused_ms
                   - old.idle_ms - old.unfocused_ms - old.locked_ms - old.paused_ms
         WHERE day = new.day AND student = (SELECT student FROM runs WHERE id = new.run);
        UPDATE students
           SET last_end_ms = max(last_end_ms, new.started_ms + new.active_ms + new.idle_ms
                                 + new.unfocused_ms + new.locked_ms + new.paused_ms)
         WHERE id = (SELECT student FROM runs WHERE id = new.run);
    END;
    """,
    """
    ALTER TABLE windows ADD COLUMN recorded_ms INTEGER;  -- its start as the wrong clock told it, where that was mended
    CREATE INDEX windows_by_start ON windows (started_ms);
    ALTER TABLE students ADD COLUMN tried_end_ms INTEGER NOT NULL DEFAULT 0;  -- where their last tried window ended

    ALTER TABLE sittings ADD COLUMN started_mono INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE clock_readings (
        id         INTEGER PRIMARY KEY,
        boot       TEXT NOT NULL,
        mono       INTEGER NOT NULL,
        offset_ms  INTEGER NOT NULL,  -- wall minus monotonic
        source     TEXT NOT NULL CHECK (source IN ('machine', 'server'))
    ) STRICT;
    CREATE INDEX clock_readings_of_boot ON clock_readings (boot, source, id);

    CREATE TRIGGER window_moved_to_another_day AFTER UPDATE OF day ON windows WHEN new.day <> old.day BEGIN
        UPDATE day_totals
           SET active_ms = active_ms - old.active_ms,
               inactive_ms = inactive_ms - old.idle_ms - old.unfocused_ms - old.locked_ms - old.paused_ms
         WHERE day = old.day AND student = (SELECT student FROM runs WHERE id = old.run);
        INSERT INTO day_totals (student, day, active_ms, inactive_ms)
        SELECT student, new.day, old.active_ms, old.idle_ms + old.unfocused_ms + old.locked_ms + old.paused_ms
          FROM runs WHERE id = new.run
            ON CONFLICT DO UPDATE SET active_ms = active_ms + excluded.active_ms,
                                      inactive_ms = inactive_ms + excluded.inactive_ms;
    END;
    """,
    """
    -- Delivered windows are deleted after some months (see pruning); their focused time stays with the run.
    ALTER TABLE runs ADD COLUMN pruned_ms INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX windows_done ON windows (started_ms) WHERE state IN ('delivered', 'withdrawn');

    CREATE TABLE notices (
        id        INTEGER PRIMARY KEY,
        at_ms     INTEGER NOT NULL,
        sentence  TEXT NOT NULL  -- for the teacher
    ) STRICT;
    """,
    """
    CREATE TABLE completions_new (  -- as before, and a person may withdraw one
        id           INTEGER PRIMARY KEY,
        run          INTEGER NOT NULL UNIQUE REFERENCES runs ON DELETE CASCADE,
        ended_at     TEXT NOT NULL,
        metrics      TEXT NOT NULL,
        pct_complete REAL,
        state        TEXT NOT NULL CHECK (state IN ('ready', 'delivered', 'parked', 'withdrawn')),
        tries        INTEGER NOT NULL DEFAULT 0,
        next_try_ms  INTEGER NOT NULL DEFAULT 0,
        reason       TEXT NOT NULL DEFAULT '',
        settled_ms   INTEGER
    ) STRICT;
    INSERT INTO completions_new SELECT * FROM completions;
    DROP TABLE completions;
    ALTER TABLE completions_new RENAME TO completions;
    CREATE INDEX completions_ready ON completions (run) WHERE state = 'ready';
    """,
    """
    ALTER TABLE notices ADD COLUMN acknowledged_ms INTEGER;  -- when somebody said in the window that they know
    """,
    """
    ALTER TABLE finish_requests ADD COLUMN result TEXT;  -- JSON: the metrics by the school server's word
    ALTER TABLE finish_requests ADD COLUMN next_try_ms INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE finish_requests ADD COLUMN reason TEXT NOT NULL DEFAULT '';  -- why it was not finished, for a person
    """,
    """
    CREATE TABLE files (
        id        INTEGER PRIMARY KEY,
        run       INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
        name      TEXT NOT NULL,  -- the response that names it, see lessons.files
        data      BLOB NOT NULL,
        added_ms  INTEGER NOT NULL,
        UNIQUE (run, name)
    ) STRICT;
    """,
    """
    ALTER TABLE students ADD COLUMN roster TEXT NOT NULL DEFAULT 'no'  -- whether the school lists them for this device,
        CHECK (roster IN ('no', 'on', 'off'));                        -- or once did
    ALTER TABLE students ADD COLUMN grade TEXT;
    ALTER TABLE students ADD COLUMN secret TEXT;  -- what the school said last of it, see enrolment

    CREATE TABLE enrolment (  -- one row while this device belongs to a school
        id       INTEGER PRIMARY KEY CHECK (id = 1),
        server   TEXT NOT NULL,
        device   TEXT NOT NULL,  -- its name
        classes  TEXT NOT NULL,  -- JSON: their names
        etag     TEXT NOT NULL,
        fetches  INTEGER NOT NULL,
        state    TEXT NOT NULL CHECK (state IN ('ok', 'refused', 'cloned'))
    ) STRICT;
    """,
    """
    CREATE TABLE secrets (
        id          INTEGER PRIMARY KEY,
        student     INTEGER REFERENCES students ON DELETE CASCADE,  -- null: the teacher's PIN
        kept        TEXT NOT NULL,  -- see identity.secrets
        tries       INTEGER NOT NULL DEFAULT 0,  -- wrong ones in a row
        tried_ms    INTEGER NOT NULL DEFAULT 0,
        tried_mono  INTEGER NOT NULL DEFAULT 0,
        tried_boot  TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE UNIQUE INDEX one_secret_each ON secrets (ifnull(student, 0));

    CREATE TABLE place (
        id       INTEGER PRIMARY KEY CHECK (id = 1),
        student  INTEGER NOT NULL REFERENCES students ON DELETE CASCADE,
        lesson   TEXT  -- null: on their home page
    ) STRICT;
    """,
    """
    CREATE TABLE rescue_files (  -- work that left in a file, and that came in one; see carrying
        id         INTEGER PRIMARY KEY,
        file_id    TEXT NOT NULL UNIQUE,
        direction  TEXT NOT NULL CHECK (direction IN ('out', 'in')),
        name       TEXT NOT NULL,
        at_ms      INTEGER NOT NULL
    ) STRICT;
    ALTER TABLE windows ADD COLUMN carried INTEGER REFERENCES rescue_files;  -- in which file it left
    ALTER TABLE completions ADD COLUMN carried INTEGER REFERENCES rescue_files;
    ALTER TABLE finish_requests ADD COLUMN carried INTEGER REFERENCES rescue_files;
    CREATE INDEX windows_carried ON windows (carried) WHERE carried IS NOT NULL;
    """,
    """
    ALTER TABLE windows ADD COLUMN doubt_ledger TEXT NOT NULL DEFAULT '';  -- the only book it may stand in; '' unknown
    ALTER TABLE progress ADD COLUMN sent_ms INTEGER NOT NULL DEFAULT 0;  -- what changed until then is on the server
    ALTER TABLE runs ADD COLUMN elsewhere_ms INTEGER NOT NULL DEFAULT 0;  -- focused time on other machines, by its word
    """,
    """
    ALTER TABLE students ADD COLUMN class_name TEXT NOT NULL DEFAULT '';  -- "": in none that is known here

    ALTER TABLE secrets ADD COLUMN kind TEXT NOT NULL DEFAULT 'pin' CHECK (kind IN ('pin', 'pictures'));

    CREATE TABLE corrections (
        id               INTEGER PRIMARY KEY,
        at_ms            INTEGER NOT NULL,
        taken_for        INTEGER NOT NULL REFERENCES students ON DELETE CASCADE,
        right_student    INTEGER NOT NULL REFERENCES students ON DELETE CASCADE,
        lesson           TEXT NOT NULL,  -- its name
        started_ms       INTEGER NOT NULL,
        moved_ms         INTEGER NOT NULL,  -- focused time that was given to the right student
        sent_ms          INTEGER NOT NULL,  -- focused time that may be on the server and stayed
        result_was_sent  INTEGER NOT NULL CHECK (result_was_sent IN (0, 1))
    ) STRICT;

    CREATE TRIGGER window_moved_to_another_run AFTER UPDATE OF run ON windows WHEN new.run <> old.run BEGIN
        UPDATE day_totals
           SET active_ms = active_ms - old.active_ms,
               inactive_ms = inactive_ms - old.idle_ms - old.unfocused_ms - old.locked_ms - old.paused_ms
         WHERE day = old.day AND student = (SELECT student FROM runs WHERE id = old.run);
        INSERT INTO day_totals (student, day, active_ms, inactive_ms)
        SELECT student, new.day, new.active_ms, new.idle_ms + new.unfocused_ms + new.locked_ms + new.paused_ms
          FROM runs WHERE id = new.run
            ON CONFLICT DO UPDATE SET active_ms = active_ms + excluded.active_ms,
                                      inactive_ms = inactive_ms + excluded.inactive_ms;
        UPDATE students
           SET last_end_ms = max(last_end_ms, new.started_ms + new.active_ms + new.idle_ms
                                 + new.unfocused_ms + new.locked_ms + new.paused_ms)
         WHERE id = (SELECT student FROM runs WHERE id = new.run);
    END;
    """,
    """
    ALTER TABLE students ADD COLUMN language TEXT NOT NULL DEFAULT '';  -- that the program speaks; '': this device's
    """,
    """
    ALTER TABLE files ADD COLUMN sent INTEGER NOT NULL DEFAULT 0  -- whether the school server has it for this student,
        CHECK (sent IN (0, 1));                                   -- or will never take it
    """,
)
