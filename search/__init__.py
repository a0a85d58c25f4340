"""From a question to hits, and from hits to an answer with citations."""
