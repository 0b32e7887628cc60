"""The parts that pages are made of. They show frozen values and emit what a person did."""
