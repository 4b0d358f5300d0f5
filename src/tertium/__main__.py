"""Makes `python -m tertium` the same as `tertium`."""

from tertium.interfaces.cli import main

if __name__ == "__main__":
    main()
