"""`python -m ect_rules` is `ect-rules`."""

from ect_rules.cli import main

main()
