"""Measuring teikit beside its peers: whole commands, cold, alternating, in one run.

`python -m bench` prints the table that stands in the README. Nothing here is a test: timings depend on the machine, so
only ratios of commands that ran beside each other mean anything. Verdicts are compared in the same run.
"""
