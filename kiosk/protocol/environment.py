"""Which of Timeback's clouds a device works for."""

from typing import Literal

type Environment = Literal["local", "staging", "production"]
