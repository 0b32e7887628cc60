"""The page of proof tells what was found, and nothing that was not."""

from pathlib import Path

from tests.torture.findings import finding, keep, kept
from tests.torture.proof import CLAIMS, page


def test_what_a_run_kept_is_in_its_claims_table_and_the_rest_is_told_as_not_tried(tmp_path: Path) -> None:
    keep(finding("power-cut", 200, "lost 4000 ms at most", 7, 0), tmp_path)
    section = next(part for part in page(kept(tmp_path)).split("\n## ") if part.startswith("A power cut"))
    assert "| power-cut | 200 | lost 4000 ms at most |" in section
    assert "seed 7" in section
    assert "Not tried" not in section
    other = next(part for part in page(kept(tmp_path)).split("\n## ") if part.startswith("A killed school server"))
    assert "Not tried in this folder's runs: kill-server, kill-workers." in other


def test_no_finding_belongs_to_two_claims() -> None:
    names = [name for claim in CLAIMS for name in claim.findings]
    assert len(names) == len(set(names))
