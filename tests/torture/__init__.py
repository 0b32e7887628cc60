"""Tortures: minutes, so the ordinary tests leave them out; `.ci/run` runs them with few moments each.

`--long` tries as many as docs/proof.md tells of, `--results FOLDER` keeps what was found, and
`python -m tests.torture.proof FOLDER` makes that page of it.
"""
