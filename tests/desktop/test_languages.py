"""The languages: what turning to one does, and that no catalogue lacks, breaks or forgets a text."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

import PySide6
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from kiosk import resources
from kiosk.desktop.languages import NAMES, PSEUDO, Languages
from kiosk.words import tr

ROOT = Path(__file__).parents[2]
CATALOGUES = {name: resources.path("languages", f"{name}.ts") for name in NAMES}


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    languages = Languages(qapp)
    yield languages
    languages.speak("en")


def test_another_language_has_its_words_its_numbers_and_its_side(languages: Languages, qapp: QApplication) -> None:
    assert languages.speak("es")
    assert not languages.speak("es")
    assert (tr("Not now"), QLocale().language()) == ("Ahora no", QLocale.Language.Spanish)
    assert languages.speak("ar")
    assert (tr("Not now"), qapp.layoutDirection()) == ("ليس الآن", Qt.LayoutDirection.RightToLeft)
    assert languages.speak("en")
    assert (tr("Not now"), qapp.layoutDirection()) == ("Not now", Qt.LayoutDirection.LeftToRight)


def test_the_pseudo_language_marks_what_is_in_the_catalogue_and_keeps_what_is_filled_in(languages: Languages) -> None:
    languages.speak(PSEUDO)
    assert tr("Open {title}", title="Loops") == "⟦Öpéñ Loops····⟧"
    assert tr("%n lessons", "", 3).startswith("⟦3 ")


def messages(catalogue: Path) -> dict[tuple[str, str], list[str]]:
    """The translations of each (text, meaning), one for each plural."""
    found = {}
    for message in ET.parse(catalogue).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        assert translation.get("type") is None, f"{catalogue.name}: {message.findtext('source')} is not translated"
        found[message.findtext("source") or "", message.findtext("comment") or ""] = forms
    return found


@pytest.mark.parametrize("name", NAMES)
def test_each_text_has_its_translation_with_the_same_places_to_fill(name: str) -> None:
    plurals = {"en": 2, "es": 2, "ar": 6}[name]
    for (source, _), forms in messages(CATALOGUES[name]).items():
        assert len(forms) in {1, plurals}, source
        for form in forms:
            assert form.strip(), source
            assert places(form) <= places(source), source
        assert places(forms[-1]) == places(source), f"the last form has all: {source}"


def places(text: str) -> set[str]:
    named = {name for _, name, _, _ in Formatter().parse(text) if name}
    return named | ({"%n"} if "%n" in text else set())


def test_the_catalogues_have_all_that_the_source_says_and_no_more(tmp_path: Path) -> None:
    sources = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "kiosk").rglob("*.py"))
    fresh = tmp_path / "fresh.ts"
    lupdate = Path(PySide6.__file__).parent / "lupdate"
    command = [str(lupdate), "-silent", "-locations", "none", *sources, "-ts", str(fresh)]
    subprocess.run(command, cwd=ROOT, check=True)
    said = {
        (message.findtext("source") or "", message.findtext("comment") or "", message.get("numerus") == "yes")
        for message in ET.parse(fresh).iter("message")
    }
    for name in ("es", "ar"):
        assert messages(CATALOGUES[name]).keys() == {(source, meaning) for source, meaning, _ in said}
    assert messages(CATALOGUES["en"]).keys() == {(source, meaning) for source, meaning, many in said if many}
