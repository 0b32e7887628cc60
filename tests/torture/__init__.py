"""Programs that are killed. Minutes, so the ordinary tests leave them out; `.ci/run` runs the two short files."""
