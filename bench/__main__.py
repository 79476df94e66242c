"""Run benches by name: python -m bench [name ...]; without a name, all of them.

A bench is a folder here, with a `run(rounds)` that returns a `Report`. What it prints goes to
bench/results/<name>.md as well, unless --quick or --json is given.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from pathlib import Path
from types import ModuleType

import bench
from bench.measure import DifferentAnswersError
from bench.report import machine

RESULTS = Path(__file__).parent / "results"
ROUNDS = 9
QUICK = 3


def benches() -> dict[str, ModuleType]:
    """The benches there are, by name."""
    names = [m.name for m in pkgutil.iter_modules(bench.__path__) if m.ispkg]
    return {name: importlib.import_module(f"bench.{name}") for name in names}


def main() -> int:
    known = benches()
    listed = "\n".join(f"  {n:12} {(m.__doc__ or '').splitlines()[0]}" for n, m in known.items())
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description=f"Measure, and compare with peers and limits. The benches:\n\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", nargs="*", help="which benches to run; all of them without a name")
    parser.add_argument("--json", action="store_true", help="print figures as JSON; write no file")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} rounds; write no file")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how many rounds ({ROUNDS})")
    asked = parser.parse_args()
    if unknown := set(asked.name) - set(known):
        parser.error(f"no bench is called {', '.join(sorted(unknown))}")
    for name in asked.name or known:
        try:
            report = known[name].run(QUICK if asked.quick else asked.rounds)
        except DifferentAnswersError as different:
            print(f"{name}: {different}", file=sys.stderr)
            return 1
        if asked.json:
            print(json.dumps({"bench": name, "machine": machine(), **report.as_dict()}, indent=2))
            continue
        print(report.text())
        if not asked.quick:
            RESULTS.mkdir(exist_ok=True)
            (RESULTS / f"{name}.md").write_text(report.text())
    return 0


if __name__ == "__main__":
    sys.exit(main())
