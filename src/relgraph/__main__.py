"""Run the command line as ``python -m relgraph``."""

from relgraph.cli import main

if __name__ == "__main__":
    main()
