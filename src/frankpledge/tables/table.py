"""Tables as data: columns with their meaning, and constraints that both check and describe.

A constraint carries the SQL that is true of a row that breaches it *and* the sentence a person
reads, so that the check, the error and the reference page cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

from frankpledge.engine.contract import Check

LARGEST = 10**15
_VALUE = "try_cast({column} AS DOUBLE)"


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a row must keep to: `breached_when` is SQL with the column's name in it as {column}."""

    reason: str
    breached_when: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a canonical table. `sensitive`: its values are never quoted to anyone."""

    name: str
    meaning: str
    constraints: tuple[Constraint, ...] = ()
    sensitive: bool = False
    fingerprint: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A canonical table."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every constraint as a check, in the order in which a reason is given."""
        return tuple(
            Check(rule.reason, rule.breached_when.format(column=f'"{column.name}"'))
            for column in self.columns
            for rule in column.constraints
        )

    def remedy(self, reason: str) -> str:
        """What the sender can do about a reason."""
        rules = (rule for column in self.columns for rule in column.constraints)
        return next((rule.remedy for rule in rules if rule.reason == reason), "")


def present(what: str, remedy: str = "") -> Constraint:
    """The column must not be empty."""
    return Constraint(f"no {what}", "{column} = ''", remedy)


def one_of(values: tuple[str, ...], reason: str, remedy: str) -> Constraint:
    """The column must be one of the values."""
    known = ", ".join("'" + value.replace("'", "''") + "'" for value in values)
    return Constraint(reason, "{column} NOT IN (" + known + ")", remedy)


def gss_code(prefixes: tuple[str, ...], what: str) -> Constraint:
    """The column must be a nine-character government area code of one of the kinds."""
    starts = ", ".join(f"'{prefix}'" for prefix in prefixes)
    return Constraint(
        f"not {what} of England or Wales",
        "(length({column}) <> 9 OR substring({column}, 1, 3) NOT IN (" + starts + ")"
        " OR translate(substring({column}, 4, 6), '0123456789', '') <> '')",
        "Areas outside England and Wales are not counted; mend the code if it is a slip.",
    )


def whole_number(what: str, optional: bool = False) -> Constraint:
    """The column must be a whole number, which some publishers write as 1474.0."""
    breached = f"({_not_a_number(0)} OR {_VALUE} <> floor({_VALUE}))"
    return Constraint(
        f"{what} is not a whole number",
        "({column} <> '' AND " + breached + ")" if optional else breached,
        "Mend the number and build again.",
    )


def a_number(what: str) -> Constraint:
    """The column must be a number."""
    return Constraint(
        f"{what} is not a number",
        f"({_not_a_number(-LARGEST)})",
        "Mend the number and build again.",
    )


def _not_a_number(least: int) -> str:
    """SQL that is true of text that is no number in reason: "nan" and "inf" are cast to doubles."""
    return f"{_VALUE} IS NULL OR {_VALUE} < {least} OR {_VALUE} > {LARGEST}"
