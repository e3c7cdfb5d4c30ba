"""Every error a person can meet: what is wrong, where, and what to do about it.

A constructor takes facts; the class owns the sentence. Each class has its own exit code, so that
a script can tell a plan that needs mending from a file that does.
"""

from __future__ import annotations

from collections.abc import Sequence


class FrankpledgeError(Exception):
    """The base of every error that a person can meet."""

    exit_code = 1

    def __init__(self, what: str, where: str, remedy: str) -> None:
        """Keep the three facts: what is wrong, where it is, and the remedy."""
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(f"{where}: {what}\n{remedy}")


class PlanFault(FrankpledgeError):
    """The plan (`assessment.toml`) or a file it names cannot be used as written."""

    exit_code = 2


class FileFault(FrankpledgeError):
    """A file that a partner sent cannot be read at all."""

    exit_code = 3


class NotSupplied(FrankpledgeError):
    """A source that the assessment cannot do without matched no file."""

    exit_code = 4


class OutputFault(FrankpledgeError):
    """The output folder cannot be written without the risk of losing something."""

    exit_code = 5


class UnknownFinding(FrankpledgeError):
    """A finding was asked for, or cited by people's words, that the bundle does not hold."""

    exit_code = 6


class CommentaryFault(FrankpledgeError):
    """People's words cite a finding that is not there, or stand in no slot."""

    exit_code = 7


class ManyFaults(FrankpledgeError):
    """Several faults found together, so that a person can mend them all at once."""

    def __init__(self, faults: Sequence[FrankpledgeError]) -> None:
        """Join the faults, the first of which gives the exit code."""
        self.faults = tuple(faults)
        self.exit_code = faults[0].exit_code
        super().__init__(
            f"{len(faults)} faults were found",
            faults[0].where,
            "\n\n".join(str(fault) for fault in faults),
        )

    def __str__(self) -> str:
        """Give the faults one after another."""
        return self.remedy


def raise_all(faults: Sequence[FrankpledgeError]) -> None:
    """Raise nothing, the one fault, or all of them together."""
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ManyFaults(faults)
