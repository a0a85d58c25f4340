"""Questions, judgments and measures that keep the search honest."""
