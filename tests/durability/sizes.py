"""How much is tried: little in `make test`, more in `make crash`, all in `make crash DURABILITY=full`.

Each number is an environment variable too.
"""

import os

_HOW_MUCH = ("test", "ci", "full").index(os.environ.get("DURABILITY", "test"))
LITTLE = not _HOW_MUCH


def size(name: str, *sizes: int) -> int:
    """The number of that name: of `sizes` the one for the tests, for CI, or for everything."""
    return int(os.environ.get(name, sizes[_HOW_MUCH]))
