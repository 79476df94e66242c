"""How much is looked at: little in `make test`, more in `make more`, most in `make soak`.

Each number is an environment variable too.
"""

import os
from collections.abc import Callable


def sized(place: int) -> Callable[..., int]:
    """Gives the number of a name: what the environment says, else the one of `sizes` at that place."""
    return lambda name, *sizes: int(os.environ.get(name, sizes[place]))


EXAMPLES = {"default": 20, "more": 100, "soak": 5_000}
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "default")
size = sized([*EXAMPLES].index(PROFILE))
