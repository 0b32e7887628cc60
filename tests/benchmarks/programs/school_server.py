"""A school server of ours on loopback, until its standard input is closed. Prints its address.

`python -m tests.benchmarks.programs.school_server FOLDER` takes the same tokens as the plain SDK server beside it.
"""

import hashlib
import sys
import threading
from pathlib import Path

from sqlalchemy import insert

from kiosk import resources
from kiosk.clock import SystemClock
from kiosk.server import schema, students
from kiosk.server.application import PREFIX, application
from kiosk.server.database import Database, default_url
from kiosk.server.school import open_school
from kiosk.server.serve import WebServer, listen
from kiosk.tracking.xp import XpPolicy
from tests.benchmarks.classroom import TOKENS


def main() -> None:
    database = Database(default_url(Path(sys.argv[1])))
    with database.write() as db:
        for token, email in TOKENS.items():
            student = students.add(db, token, email, None, 0)
            digest = hashlib.sha256(token.encode()).hexdigest()
            db.execute(insert(schema.tokens).values(student_id=student.id, digest=digest, created_ms=0))
    school = open_school(database, SystemClock(), resources.sample_config(), "local", None, [], XpPolicy())
    server, listener = WebServer(application(school)), listen("127.0.0.1", 0)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    server.up.wait()
    print(f"http://127.0.0.1:{listener.getsockname()[1]}{PREFIX}", flush=True)
    sys.stdin.read()
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    main()
