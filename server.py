"""Start the service with the settings of the environment, and serve until told to stop."""

import sys

from ect_rules.errors import InvalidInputError
from ect_rules.servicers.settings import Settings


def main() -> int:
    """The exit status: 0 told to stop, 1 could not start, 2 a setting is wrong."""
    try:
        settings = Settings.read()
    except InvalidInputError as error:
        print(f"ect-rules: {error}", file=sys.stderr)
        return 2
    # Here, or whoever has a setting wrong would wait for all of the server to be told.
    from ect_rules.servicers.serve import serve  # noqa: PLC0415

    return serve(settings)


if __name__ == "__main__":
    sys.exit(main())
