"""Break the rules one change at a time, and count the changes that tests/rules notices.

Run by `make mutation`. mutmut changes what is inside functions: what a rule decides, and not what
it says of itself. Its settings are in pyproject.toml; the changed copies stay in mutants/.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MUTMUT = Path(sys.executable).with_name("mutmut")
WANTED = 95  # per cent of all changes
SHOWN = 25


def mutmut(*arguments: str) -> str:
    done = subprocess.run(
        [MUTMUT, *arguments], cwd=ROOT, check=False, text=True, stdout=-1, stderr=subprocess.STDOUT
    )
    if done.returncode:
        sys.exit(f"mutmut {arguments[0]} failed:\n{done.stdout[-4000:]}")
    return done.stdout


def main() -> None:
    shutil.rmtree(ROOT / "mutants", ignore_errors=True)  # results of older tests are no results
    mutmut("run", "--max-children", str(os.cpu_count() or 1))
    mutmut("export-cicd-stats")
    counts = json.loads((ROOT / "mutants" / "mutmut-cicd-stats.json").read_text("utf-8"))
    total = counts["total"] - counts["skipped"]
    killed = counts["killed"] + counts["timeout"]
    if not total:
        sys.exit("no change was made: are there rules?")
    results = [line.strip().split(": ") for line in mutmut("results").splitlines() if ": " in line]
    untested = sorted({name.partition(".x_")[0] for name, what in results if what == "no tests"})
    for module in untested:
        print(f"no test runs a function of {module}")
    unnoticed = [name for name, what in results if what != "no tests"]
    for name in unnoticed[:SHOWN]:
        print(mutmut("show", name))
    if len(unnoticed) > SHOWN:
        print(f"and {len(unnoticed) - SHOWN} more: mutmut results, mutmut show <name>")
    score = 100 * killed / total
    print(f"{total} changes: {killed} noticed, {total - killed} not; score {score:.1f} %")
    if score < WANTED:
        sys.exit(f"the score must be {WANTED} % or more")


if __name__ == "__main__":
    main()
