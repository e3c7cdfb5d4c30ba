"""Random numbers by name, so that a new draw somewhere never moves another's."""

import hashlib

import numpy as np


def stream(seed: int, *names: str) -> np.random.Generator:
    """The stream of random numbers that belongs to these names, the same on every run."""
    digest = hashlib.sha256("/".join((str(seed), *names)).encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))
