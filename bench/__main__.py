"""Print every table."""

from bench import jobs, speed

# First, from a process that is still small: a child counts what its parent held when it forked.
several = jobs.table()

print(speed.table())
print()
print(several)
