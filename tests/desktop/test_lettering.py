from kiosk.desktop.widgets.lettering import letters


def test_after_z_letters_are_doubled() -> None:
    named = letters(30)
    assert named[:3] == ["a", "b", "c"]
    assert named[25:] == ["z", "aa", "ab", "ac", "ad"]
    assert len(set(letters(800))) == 800
