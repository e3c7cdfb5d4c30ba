"""Run as `python -m frankpledge`."""

from frankpledge.cli import main

if __name__ == "__main__":
    main()
