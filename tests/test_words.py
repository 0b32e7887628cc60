from kiosk.words import tr


def test_without_a_catalogue_the_source_is_said_with_its_values() -> None:
    assert tr("Go on with {title}", title="{fractions}") == "Go on with {fractions}"
    assert tr("Open", "a door") == "Open"
    assert tr("%n lessons for {name}", "", 3, name="Ana") == "3 lessons for Ana"
