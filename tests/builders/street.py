"""Archives as data.police.uk delivers them: a zip of monthly folders of CSV files."""

import csv
import io
import itertools
import zipfile
from collections.abc import Mapping, Sequence

HEADER = (
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location",
    "LSOA code", "LSOA name", "Crime type", "Last outcome category", "Context",
)  # fmt: skip
ASB = "Anti-social behaviour"
FORCE = "midshire"
MONTH = "2022-01"
NO_DATE = (1980, 1, 1, 0, 0, 0)
_NUMBERS = itertools.count(1)


def row(
    lsoa: str = "E01000001",
    category: str = "Burglary",
    month: str = MONTH,
    crime: str | None = None,
    location: str = "On or near High Street",
) -> tuple[str, ...]:
    """One row; a crime has an identifier of its own unless told, anti-social behaviour none."""
    if crime is None:
        crime = "" if category == ASB else f"{next(_NUMBERS):064x}"
    police = "Midshire Police"
    where = ("-1.1", "52.6", location) if lsoa else ("", "", "No Location")
    return (crime, month, police, police, *where, lsoa, "", category, "Under investigation", "")


def text(rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER, end: str = "\n") -> bytes:
    """Rows as the text of one monthly file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def member(month: str = MONTH, force: str = FORCE) -> str:
    """The name of one monthly file."""
    return f"{month}/{month}-{force}-street.csv"


def archive(members: Mapping[str, bytes]) -> bytes:
    """A zip of members; its bytes depend on them alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in members.items():
            packed.writestr(zipfile.ZipInfo(name, NO_DATE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def month_of(rows: Sequence[Sequence[str]], month: str = MONTH, force: str = FORCE) -> bytes:
    """An archive of one month of one force."""
    return archive({member(month, force): text(rows)})


def drawn_archive(rows: Sequence[Mapping[str, str]]) -> bytes:
    """An archive from a drawn table of month, force, lsoa, category and how many rows.

    A force that is not named is the plan's own. A month with `rows` of 0 is supplied, with one
    row that has no place.
    """
    files: dict[str, list[tuple[str, ...]]] = {}
    for drawn in rows:
        month, force = drawn["month"], drawn.get("force") or FORCE
        file = files.setdefault(member(month, force), [])
        number = int(drawn.get("rows", "1"))
        file += [row(drawn["lsoa"], drawn["category"], month) for _ in range(number)]
        if not number:
            file.append(row("", "Burglary", month))
    return archive({name: text(rows) for name, rows in files.items()})
