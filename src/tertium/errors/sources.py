"""A source cannot be read, or more is asked than is allowed."""

from tertium.errors.roots import TertiumError

__all__ = [
    "BusyError",
    "LimitError",
    "MissingPageError",
    "NotKeptError",
    "SourceUnavailableError",
    "TooLongError",
    "TooManyEntitiesError",
    "TooManyPartsError",
    "TooManyReportsError",
    "TooSlowError",
]


class SourceUnavailableError(TertiumError):
    """A file or an endpoint cannot be read."""

    exit_code = 5

    def __init__(self, source: str, problem: str) -> None:
        self.source = source
        self.problem = problem
        super().__init__(f"{source} cannot be read: {problem}")


class BusyError(SourceUnavailableError):
    """A server has no time now; it may have said for how many seconds it wants no requests."""

    def __init__(self, source: str, problem: str, wait: float | None = None) -> None:
        self.wait = wait
        super().__init__(source, problem)


class MissingPageError(SourceUnavailableError):
    """A server says that there is nothing at an address."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "there is nothing at this address")


class NotKeptError(SourceUnavailableError):
    """Reports can be neither written down nor read now: nothing was written."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, f"no report can be written or read now: {problem}")


class LimitError(TertiumError):
    """What was asked for or read is refused, or more than we take."""

    exit_code = 6

    def __init__(self, source: str, problem: str) -> None:
        self.source = source
        self.problem = problem
        super().__init__(f"{source} is refused: {problem}")


class TooLongError(LimitError):
    """A text was to be audited which is longer than one can be."""

    def __init__(self, length: int, most: int) -> None:
        """Keep how long it is and how long it may be."""
        self.length = length
        self.most = most
        super().__init__(f"a text of {length} characters", f"at most {most} are audited at once")


class TooManyEntitiesError(LimitError):
    """More entities were to be compared at once than a page can hold."""

    def __init__(self, count: int, most: int) -> None:
        """Keep how many were given and how many may be."""
        self.count = count
        self.most = most
        super().__init__(
            f"a comparison of {count} entities", f"at most {most} are compared at once"
        )


class TooManyReportsError(LimitError):
    """More problems were reported in an hour than are taken; it says when to come again."""

    def __init__(self, wait: float) -> None:
        """Keep for how many seconds no more are taken."""
        self.wait = wait
        super().__init__("a report", f"too many came within an hour: come again in {wait:.0f} s")


class TooManyPartsError(LimitError):
    """A request to a service of ours is larger than is answered at once."""

    def __init__(self, count: int, what: str, most: int) -> None:
        """Keep how many of what there are, and how many may be."""
        self.count = count
        self.most = most
        super().__init__(f"a request of {count} {what}", f"at most {most} are taken at once")


class TooSlowError(LimitError):
    """A request to a service of ours did not arrive in time."""

    def __init__(self, seconds: float) -> None:
        """Keep for how long was waited."""
        self.seconds = seconds
        super().__init__("a request of this length", f"we wait {seconds:g} seconds for the whole")
