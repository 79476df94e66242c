"""What is wrong with the files, collected so that a user sees it together."""

from __future__ import annotations

from ect_rules.errors import InvalidInputError, Problem

MOST_PROBLEMS = 100


class Problems:
    """The problems found so far; true once there is one."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, file: str, line: int, column: str, description: str, reason: str) -> None:
        """Note one. `line` 0: not of one line; `column` empty: not of one column.

        Raises InvalidInputError with all of them when there are more than a user will read.
        """
        if len(self._found) == MOST_PROBLEMS:
            more = Problem(
                file,
                f"there are more problems than the {MOST_PROBLEMS} listed; reading stopped here",
                "TOO_MANY_PROBLEMS",
            )
            raise InvalidInputError(*self._found, more)
        where = f"{file}:{line}" if line else file
        self._found.append(Problem(f"{where} {column}".rstrip(), description, reason))

    def raise_any(self) -> None:
        """Raise InvalidInputError with all of them, if there is any."""
        if self._found:
            raise InvalidInputError(*self._found)
