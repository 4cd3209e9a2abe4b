"""Measurements; ``python -m bench`` prints the tables of bench/README.md."""
