"""The application of one process that serves; light to import, so that a process answers its supervisor at once."""

from pathlib import Path

from starlette.types import ASGIApp


def application(folder: Path, base: str) -> ASGIApp:
    """Return the application over the library in ``folder``."""
    from index.encoder import open_encoder
    from ui.app import create_app

    return create_app(folder, open_encoder(), base)
