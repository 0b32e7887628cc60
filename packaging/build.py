"""Build what a school installs. `uv run --group packaging python packaging/build.py` makes everything in dist/.

program   dist/timeback-kiosk/: one folder with the program, Python, Qt and the school server (PyInstaller)
deb       dist/timeback-kiosk_VERSION_ARCH.deb: that folder under /opt, two commands, launcher, icon and links
session   dist/timeback-kiosk-session_VERSION_all.deb: a machine that shows nothing but the kiosk (cage, systemd)
"""

import argparse
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
DIST = ROOT / "dist"
WORK = ROOT / "build"
PROGRAM = DIST / "timeback-kiosk"

# What the bundle does not bring because it belongs to the machine's graphics and fonts, on X11 and on Wayland.
NEEDS = (
    "libc6 (>= 2.34), libgl1, libegl1, libwayland-cursor0, libwayland-egl1, fontconfig-config,"
    " fonts-dejavu-core | fonts-freefont-ttf"
)
WANTS = "fonts-noto-core"

LAUNCHER = """\
#!/bin/sh
exec /opt/timeback-kiosk/kiosk "$@"
"""

SESSION_READY = """\
#!/bin/sh
set -e
if [ -d /run/systemd/system ]; then
    systemd-sysusers timeback-kiosk.conf
    systemctl daemon-reload
fi
echo "To start with the kiosk: systemctl enable --now timeback-kiosk-session && systemctl set-default graphical.target"
"""

SESSION_GOES = """\
#!/bin/sh
set -e
if [ -d /run/systemd/system ] && [ "$1" = remove ]; then
    systemctl disable --now timeback-kiosk-session.service timeback-kiosk-session-x11.service || true
fi
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "what", nargs="*", metavar="program | deb | session", help="what to build; all where nothing is named"
    )
    for what in parser.parse_args().what or STEPS:
        if what not in STEPS:
            parser.error(f"{what!r} is none of {', '.join(STEPS)}")
        STEPS[what]()


def build_program() -> None:
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
        *("--distpath", DIST, "--workpath", WORK / "pyinstaller", HERE / "kiosk.spec"),
    )
    tell(PROGRAM)


def build_deb() -> None:
    if not (PROGRAM / "kiosk").is_file():
        sys.exit(f"{PROGRAM} is not built yet; build `program` first.")
    root = emptied(WORK / "deb")
    shutil.copytree(PROGRAM, root / "opt" / "timeback-kiosk", symlinks=True)
    for command in ("kiosk", "timeback-kiosk"):
        write(root / "usr" / "bin" / command, LAUNCHER, mode=0o755)
    put(HERE / "deb" / "timeback-kiosk.desktop", root / "usr" / "share" / "applications")
    put(HERE / "deb" / "timeback-kiosk.svg", root / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps")
    for text in ("LICENSE", "NOTICE", "README.md"):
        put(ROOT / text, root / "usr" / "share" / "doc" / "timeback-kiosk")
    pack(
        root,
        "timeback-kiosk",
        architecture(),
        {
            "Depends": NEEDS,
            "Recommends": WANTS,
            "Description": "lessons whose every focused second is counted\n"
            " A learning client for Timeback, for classrooms, kiosks and offline laptops, and the\n"
            " school server for the backend half. Everything it needs is in this one package.",
        },
    )


def build_session() -> None:
    root = emptied(WORK / "session")
    for unit in ("timeback-kiosk-session.service", "timeback-kiosk-session-x11.service"):
        put(HERE / "session" / unit, root / "usr" / "lib" / "systemd" / "system")
    session = HERE / "session" / "timeback-kiosk-x11"
    write(root / "usr" / "bin" / session.name, session.read_text(), mode=0o755)
    put(HERE / "session" / "timeback-kiosk.sysusers", root / "usr" / "lib" / "sysusers.d", "timeback-kiosk.conf")
    write(root / "DEBIAN" / "postinst", SESSION_READY, mode=0o755)
    write(root / "DEBIAN" / "prerm", SESSION_GOES, mode=0o755)
    pack(
        root,
        "timeback-kiosk-session",
        "all",
        {
            "Depends": f"timeback-kiosk (= {version()}), cage, xwayland, systemd",
            "Suggests": "xserver-xorg, xinit, x11-xkb-utils, x11-xserver-utils",
            "Description": "a machine that shows nothing but Timeback Kiosk\n"
            " A systemd unit that starts the kiosk on the whole screen, and again should it end.\n"
            " It starts only when it is enabled; no other setting of the machine is changed.",
        },
    )


def pack(root: Path, name: str, arch: str, fields: dict[str, str]) -> None:
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
    control = {
        "Package": name,
        "Version": version(),
        "Architecture": arch,
        "Maintainer": "Timeback Kiosk <kiosk@localhost>",
        "Section": "education",
        "Priority": "optional",
        "Installed-Size": str(size),
        **fields,
    }
    write(root / "DEBIAN" / "control", "".join(f"{key}: {value}\n" for key, value in control.items()))
    target = DIST / f"{name}_{version()}_{arch}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, target)
    tell(target)


def version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"])


def architecture() -> str:
    told = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True)
    return told.stdout.strip()


def emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    return folder


def write(path: Path, text: str, mode: int = 0o644) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(mode)


def put(file: Path, folder: Path, name: str = "") -> None:
    write(folder / (name or file.name), file.read_text())


def run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True)


def tell(path: Path) -> None:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file() and not each.is_symlink()]
    print(f"{path.relative_to(ROOT)}: {sum(each.stat().st_size for each in files) / 1e6:.0f} MB")


STEPS = {"program": build_program, "deb": build_deb, "session": build_session}

main()
