"""Benches: what is measured, against which peer or limit, on one machine in one run."""
