"""Write the demo's plan: the invented county's files and an `assessment.toml` that reads them."""

from __future__ import annotations

import shutil
from pathlib import Path

from frankpledge.demo import county
from frankpledge.demo.generate import generate
from frankpledge.errors import OutputFault

PLAN = f"""\
# The assessment of an invented district. Every place, person and number here is made up.

[assessment]
partnership = "{county.HOME_NAME} Community Safety Partnership"
title = "Strategic assessment 2025"
owner = "Partnership manager"
version = "0.1"
marking = "OFFICIAL"
usage = "A demonstration. The county is invented, and so is every number in it."
published = 2026-02-01
period = "2025-01/2025-12"
compared_with = "2024-01/2024-12"
seed = 2025
invented = true

[area]
code = "{county.HOME_DISTRICT}"
name = "{county.HOME_NAME}"
vintage = 2021

[county]
code = "{county.COUNTY_CODE}"
name = "{county.COUNTY_NAME}"
districts = [{{districts}}]

[targets.burglary]
at_most = 270
baseline = 300

[targets.shoplifting]
at_most = 240
baseline = 250

[sources.police_street]
files = ["inbox/police-*.zip"]

[sources.boundaries]
files = ["inbox/lsoa21-boundaries.zip"]

[sources.small_area_changes]
files = ["inbox/lookup_lsoa11_lsoa21_ltla22.csv.gz"]

[sources.small_area_districts]
files = ["inbox/lookup_lsoa21_ward24_ltla24.csv.gz"]

[sources.partnerships]
files = ["inbox/lookup_ltla24_csp24_pfa24.csv"]

[sources.local_names]
files = ["inbox/msoa-names.csv.gz"]

[sources.output_areas]
files = ["inbox/oa11_lsoa11_msoa11_lad_lookup.csv.gz"]

[sources.rural_urban]
files = ["inbox/ruc21_lsoa21.csv.gz"]

[sources.population]
files = ["inbox/ethnicity21_lsoa21.csv.gz"]

[sources.deprivation]
files = ["inbox/imd2025_england_lsoa21.csv.gz"]

[sources.area_classification]
files = ["inbox/oac2021_oa_assignment.csv.gz"]

[sources.ethnicity]
files = ["inbox/ethnicity21_lsoa21.csv.gz"]

[sources.tenure]
files = ["inbox/household_tenure21_lsoa21.csv.gz"]
"""

COMMENTARY = {
    "shoplifting.why.md": """\
By: an invented analyst, for the demonstration

Invented words: shops in Market Thornmere took on staff to report thefts from January, so some of
the rise may be more reporting. The counts cannot tell the two apart. [[change.shoplifting]]
""",
    "shoplifting.partners.md": """\
By: an invented community safety team, for the demonstration

Invented words: officers and shopkeepers met every month from May and agreed who would patrol when.
""",
    "shoplifting.recommended.md": """\
By: an invented partnership, for the demonstration

Invented words: ask shops for their own counts of thefts, so that next year's assessment can say how
much of the rise is reporting.
""",
    "why.md": """\
By: an invented analyst, for the demonstration

Invented words: burglary fell after two people were sent to prison in February; shoplifting rose as
described on its page. [[change.burglary]]
""",
    "priorities.md": """\
By: an invented partnership, for the demonstration

Invented words: put shoplifting in Market Thornmere first. [[change.shoplifting]]
""",
}


def write_plan(folder: Path) -> None:
    """Write the demo's plan folder anew; refuse a folder that is not a demo's."""
    if folder.exists() and any(folder.iterdir()) and not _ours(folder):
        raise OutputFault(
            "the folder holds files that the demo did not make, so it was left alone",
            folder.name,
            "Give another --out.",
        )
    shutil.rmtree(folder / "inbox", ignore_errors=True)
    (folder / "inbox").mkdir(parents=True)
    (folder / "commentary").mkdir(exist_ok=True)
    districts = ", ".join(f'"{d.code}"' for d in county.DISTRICTS if d.in_county)
    text = PLAN.replace("{districts}", districts)
    (folder / "assessment.toml").write_text(text, encoding="utf-8", newline="\n")
    for name, words in COMMENTARY.items():
        (folder / "commentary" / name).write_text(words, encoding="utf-8", newline="\n")
    generate(folder / "inbox")


def _ours(folder: Path) -> bool:
    """Say whether a folder holds a demo's plan."""
    plan = folder / "assessment.toml"
    return plan.is_file() and "an invented district" in plan.read_text(encoding="utf-8")
