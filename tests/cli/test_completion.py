"""`ect-rules completion`: what the shells are given, and what bash makes of it."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.asking import ect_rules
from tests.lifecycle.processes import ROOT, environment


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A PATH with `ect-rules` on it."""
    command = tmp_path / "ect-rules"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m ect_rules "$@"\n')
    command.chmod(0o755)
    return f"{tmp_path}{os.pathsep}{os.environ['PATH']}"


TYPED = {
    "ect-rules c": ["check", "completion"],
    "ect-rules check m": [
        *("mentor-funding", "mentor-kind", "mentor-registrable", "mentor-training")
    ],
    "ect-rules check registration 3000002 --e": ["--explain"],
    "ect-rules check registration 3000002 --possible": ["--possible-mentors"],
    "ect-rules check ect-registrable 3000002 --appropriate-body t": ["teaching-school-hub"],
    "ect-rules timeline r": ["registration", "retention"],
    "ect-rules rules school": ["school_eligibility"],
    "ect-rules completion ": ["bash", "fish", "zsh"],
    "ect-rules generate --format ": ["csv", "parquet"],
}


SCRIPT = """
eval "$(ect-rules completion bash)"
complete -p ect-rules > /dev/null || exit 1
while IFS= read -r typed; do
  read -ra COMP_WORDS <<< "$typed"
  case "$typed" in *" ") COMP_WORDS+=("");; esac
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _ect_rules_completion ect-rules < /dev/null
  echo "${COMPREPLY[*]}"
done
"""


def test_bash_completes(path: str) -> None:
    done = subprocess.run(  # noqa: S603
        ["bash", "--norc", "-c", SCRIPT],  # noqa: S607
        cwd=ROOT,
        env=environment(PATH=path),
        input="".join(f"{typed}\n" for typed in TYPED),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = [sorted(line.split()) for line in done.stdout.splitlines()]
    assert dict(zip(TYPED, found, strict=True)) == TYPED


def test_the_scripts_of_zsh_and_fish_ask_the_command_and_are_answered() -> None:
    zsh = ect_rules("completion", "zsh")
    assert zsh.out.startswith("#compdef ect-rules\n")
    assert "_ECT_RULES_COMPLETE=zsh_complete" in zsh.out
    fish = ect_rules("completion", "fish")
    assert "complete --no-files --command ect-rules" in fish.out
    assert "_ECT_RULES_COMPLETE=fish_complete" in fish.out
    asked = {"COMP_WORDS": "ect-rules check s", "COMP_CWORD": "s"}
    of_fish = ect_rules(_ECT_RULES_COMPLETE="fish_complete", **asked)
    assert of_fish.out.startswith("plain,school-eligibility\t")
    of_zsh = ect_rules(_ECT_RULES_COMPLETE="zsh_complete", **asked | {"COMP_CWORD": "2"})
    assert of_zsh.out.splitlines()[:2] == ["plain", "school-eligibility"]
