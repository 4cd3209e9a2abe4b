"""Print every table."""

from bench import speed

print(speed.table())
