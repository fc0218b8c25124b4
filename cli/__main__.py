"""`python -m camket.cli` is `camket`."""

from camket.cli.main import main

if __name__ == "__main__":
    main()
