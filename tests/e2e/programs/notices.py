"""The real window, which closes once it has told something: notices.py FOLDER."""

import os
import sys
from pathlib import Path

from kiosk.app import Kiosk
from kiosk.front import Front
from kiosk.settings import FILE_NAME, load_settings


def main(folder: Path) -> int:
    kiosk = Kiosk(Front(load_settings(folder / FILE_NAME, os.environ, {}), folder))

    def pass_on(sentence: str) -> None:
        if sentence:
            sys.stdout.write(sentence)
            kiosk.application.exit(0)

    kiosk.session.trouble_told.connect(pass_on)
    return kiosk.run()


sys.exit(main(Path(sys.argv[1])))
