"""The real window, which closes once it has told a notice: notices.py FOLDER."""

import os
import sys
from pathlib import Path

from kiosk.app import Kiosk
from kiosk.front import Front
from kiosk.settings import FILE_NAME, load_settings
from kiosk.store.notices import Notice


def main(folder: Path) -> int:
    kiosk = Kiosk(Front(load_settings(folder / FILE_NAME, os.environ, {}), folder))

    def pass_on(told: list[Notice]) -> None:
        if told:
            sys.stdout.write(told[0].sentence)
            kiosk.application.exit(0)

    kiosk.session.notices_told.connect(pass_on)
    return kiosk.run()


sys.exit(main(Path(sys.argv[1])))
