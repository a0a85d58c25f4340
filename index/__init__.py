"""Passages, the encoder, and the library on disk."""
