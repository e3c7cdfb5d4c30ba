"""The invented county's input files, exactly as the real publishers lay theirs out.

Everything is made up and depends on the seed alone, so that the same seed gives the same bytes.
What is planted in the home district (Thornmere) for the assessment to find or not to find, 2024
against 2025, is data in `planted`:

- shoplifting rose, 250 to 400, in much the same measure every month;
- burglary fell, 300 to 180, likewise;
- robbery went from 9 to 13, which is chance;
- anti-social behaviour had one exceptional month, October 2025 (118), in an unexceptional year
  (572 to 600);
- nothing else changed beyond chance;
- May 2023 is an undercount at home, about a tenth of the rows, and November 2023 was never
  supplied for anyone;
- some rows have no place, and a handful have an unknown crime type, a malformed code or an area
  of some other county.
"""

from pathlib import Path
from typing import Final

from frankpledge.demo.areas import lay_out
from frankpledge.demo.boundaries import write_boundaries
from frankpledge.demo.census import write_census
from frankpledge.demo.incidents import happen
from frankpledge.demo.lookups import write_lookups
from frankpledge.demo.neighbourhoods import write_neighbourhoods
from frankpledge.demo.people import populate
from frankpledge.demo.street import write_police

SEED: Final = 20260101


def generate(folder: Path, seed: int = SEED) -> None:
    """Write every input file of the invented county into a folder, made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    areas = lay_out(seed)
    people = populate(areas, seed)
    write_boundaries(folder, areas)
    write_lookups(folder, areas, seed)
    write_census(folder, areas, people, seed)
    write_neighbourhoods(folder, areas, people, seed)
    write_police(folder, areas, happen(areas, people, seed), seed)
