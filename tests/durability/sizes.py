"""How much is tried: little in `make test`, more in `make crash`, all in `make crash DURABILITY=full`.

Each number is an environment variable too.
"""

import os

from tests.sizes import sized

_HOW_MUCH = ("test", "ci", "full").index(os.environ.get("DURABILITY", "test"))
LITTLE = not _HOW_MUCH
size = sized(_HOW_MUCH)
