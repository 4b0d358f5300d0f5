"""What is asked of a service of ours cannot be asked like this."""

from tertium.errors.roots import UsageError

__all__ = [
    "BadRequestError",
    "ElsewhereError",
    "NoTokenError",
    "NotAcceptableError",
    "UnsupportedMediaTypeError",
]


class BadRequestError(UsageError):
    """A request to a service of ours is not of the form it must have; none of it is repeated."""

    def __init__(self, *, place: str, problem: str) -> None:
        """Keep which part is wrong, in our words, and what is wrong with it."""
        self.place = place
        self.problem = problem
        super().__init__(f"the request is not understood: {place}: {problem}")


class ElsewhereError(UsageError):
    """The graph served is that of an endpoint elsewhere, which answers queries itself."""

    def __init__(self) -> None:
        super().__init__("the graph is that of an endpoint elsewhere: ask the query there")


class NoTokenError(UsageError):
    """A change of the graph was asked for without the token that allows it."""

    def __init__(self) -> None:
        super().__init__("this needs a token: Authorization: Bearer …")


class NotAcceptableError(UsageError):
    """An answer is wanted in no form that it has."""

    def __init__(self, known: tuple[str, ...]) -> None:
        """Keep the media types which it has."""
        self.known = known
        super().__init__(f"the answer has none of the forms wanted; it has {', '.join(known)}")


class UnsupportedMediaTypeError(UsageError):
    """A request to a service of ours has a body of a kind that is not read there."""

    def __init__(self, known: tuple[str, ...]) -> None:
        """Keep the media types that are read."""
        self.known = known
        super().__init__(f"the body is of a kind that is not read here; known: {', '.join(known)}")
