"""Makes `python -m tertium` the same as `tertium`."""

from tertium.interfaces.cli import main

main()
