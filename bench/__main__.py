"""Print every table."""

from bench import jobs, speed

print(speed.table())
print()
print(jobs.table())
