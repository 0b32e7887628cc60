import pytest

pytest.register_assert_rewrite("tests.e2e.x11.pupil")  # a failed measurement shows its numbers
