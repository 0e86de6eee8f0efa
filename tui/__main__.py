"""``dateline`` and ``python -m tui``."""

import sys


def main() -> None:
    """Run the command line; ctrl+c while it is still being imported ends it without a word."""
    try:
        from tui.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
