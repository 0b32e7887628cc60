from kiosk.store import place
from kiosk.store.place import Place
from kiosk.store.writer import Store
from tests.store.stories import add_student


def test_one_place_is_noted_at_a_time_and_none_where_nobody_is(store: Store) -> None:
    ana = add_student(store)
    for at in (Place(ana.id, None), Place(ana.id, "fractions"), None):
        store.call(place.note, at).result()
        assert store.call(place.noted).result() == at
