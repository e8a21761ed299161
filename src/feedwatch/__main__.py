"""`feedwatch` and `python -m feedwatch`."""

from feedwatch.cli import main

if __name__ == "__main__":
    main()
