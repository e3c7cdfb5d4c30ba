"""Tables drawn in text: a row of headings, then rows of cells, parted by upright strokes."""

import csv
import io


def table(text: str) -> list[dict[str, str]]:
    """The rows of a drawn table; a cell left empty is empty."""
    rows = [
        [cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()
    ]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def as_csv(rows: list[dict[str, str]]) -> bytes:
    """The rows as a publisher would write them, under the headings of the first."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
