from kiosk.lessons.chance import generator, shuffled, whole


def test_the_same_seed_and_purpose_draw_the_same_on_every_machine() -> None:
    """These are written down: a run that was begun with an older version must show the same numbers."""
    chance = generator(7, "attempt", 2)
    assert [whole(chance, 1, 100) for _ in range(5)] == [89, 18, 63, 16, 6]


def test_one_purpose_draws_otherwise_than_another() -> None:
    assert generator(7, "attempt", 2).random() != generator(7, "attempt", 3).random()
    assert generator(7, "attempt", 2).random() != generator(8, "attempt", 2).random()


def test_whole_numbers_reach_both_ends_in_steps() -> None:
    chance = generator(1)
    assert {whole(chance, -3, 5, 4) for _ in range(100)} == {-3, 1, 5}
    assert whole(chance, 4, 4) == 4


def test_a_shuffle_keeps_every_thing_and_comes_in_every_order() -> None:
    chance = generator(1)
    orders = {shuffled(chance, "abc") for _ in range(200)}
    assert len(orders) == 6
    assert all(sorted(order) == ["a", "b", "c"] for order in orders)
