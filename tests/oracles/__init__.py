"""The rules stated again in other engines, and compared with ours on made-up people.

`sql/` is DuckDB: sets of records in, for every question the status and all reasons. `zen/` is GoRules
Zen: decision tables over the flat features of one subject, first row that holds, giving the status
and the first reason. Both are written from the rules' text and not from the modules under
ect_rules/rules. `python -m tests.oracles --help` runs the comparison.
"""
