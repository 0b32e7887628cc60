"""The real window, which closes once it has told a notice: notices.py FOLDER."""

import os
import sys
from pathlib import Path

from kiosk.app import Kiosk
from kiosk.settings import FILE_NAME, load_settings


def main(folder: Path) -> int:
    kiosk = Kiosk(load_settings(folder / FILE_NAME, os.environ, {}), folder)

    def pass_on(_number: int, sentence: str) -> None:
        if sentence:
            sys.stdout.write(sentence)
            kiosk.application.exit(0)

    kiosk.session.notice_told.connect(pass_on)
    return kiosk.run()


sys.exit(main(Path(sys.argv[1])))
