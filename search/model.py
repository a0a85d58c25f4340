"""A language model behind any endpoint that speaks OpenAI's chat completions: a local server or a hosted one."""

import json
import os
from dataclasses import dataclass
from time import monotonic

URL, MODEL, KEY = "MINUTEBOOK_MODEL_URL", "MINUTEBOOK_MODEL", "MINUTEBOOK_MODEL_KEY"
SECONDS = 30.0  # for a whole summary: a reader who waited longer has read the official words
MOST = 200_000  # bytes of an answer: a hundred times what a summary needs
TOKENS = 400  # of a summary: eight short sentences


class ModelError(Exception):
    """The endpoint gave nothing that can be used; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers.

    Example: ``Endpoint("http://127.0.0.1:11434/v1", "llama3.2")``.
    """

    url: str
    model: str
    key: str | None = None
    seconds: float = SECONDS


def endpoint_set() -> Endpoint | None:
    """Return the endpoint that this machine's two settings name, or None: without both nothing is ever sent."""
    url, model = os.environ.get(URL, "").strip(), os.environ.get(MODEL, "").strip()
    return Endpoint(url, model, os.environ.get(KEY) or None) if url and model else None


def complete(endpoint: Endpoint, system: str, user: str) -> str:
    """Return what the model says; ``ModelError`` where the endpoint is down, slow or talks nonsense."""
    import httpx  # 0.1 s that a question without a model need not wait for

    asked = {
        "model": endpoint.model,
        "temperature": 0,
        "max_tokens": TOKENS,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
    }
    headers = {"authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    try:
        answer = json.loads(_post(endpoint, asked, headers))
        said = answer["choices"][0]["message"]["content"]
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ModelError(f"the model's server cannot be asked ({type(error).__name__})") from error
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise ModelError("the model's server answered nothing that can be read") from error
    if not isinstance(said, str):
        raise ModelError("the model's server answered nothing that can be read")
    return said


def _post(endpoint: Endpoint, asked: dict[str, object], headers: dict[str, str]) -> bytes:
    """Return the body of the answer; a server that drips a byte at a time is left when the time is up."""
    import httpx

    ends = monotonic() + endpoint.seconds
    body = b""
    address = f"{endpoint.url.rstrip('/')}/chat/completions"
    with httpx.stream("POST", address, json=asked, headers=headers, timeout=endpoint.seconds) as response:
        if response.status_code != httpx.codes.OK:
            raise ModelError(f"the model's server refused ({response.status_code})")
        for piece in response.iter_bytes():
            body += piece
            if len(body) > MOST:
                raise ModelError("the model's server answered too much")
            if monotonic() > ends:
                raise ModelError("the model's server took too long")
    return body
