"""The canonical tables, one value each."""

from __future__ import annotations

from frankpledge.tables.table import (
    Column,
    Constraint,
    Table,
    a_number,
    gss_code,
    one_of,
    present,
    whole_number,
)
from frankpledge.vocabulary.issue import CATEGORIES

LSOA_CODES = ("E01", "W01")

INCIDENTS = Table(
    "incidents",
    "Crimes and incidents, one a row, each with its month, small area and category.",
    (
        Column(
            "lsoa",
            "The small area (LSOA) in which it was recorded.",
            (
                present(
                    "place",
                    "The sender gave no place for these; they are in no area's count.",
                ),
                gss_code(LSOA_CODES, "a small area (LSOA)"),
            ),
        ),
        Column(
            "month",
            "The month in which it was recorded, as 2022-10.",
            (
                Constraint(
                    "its month is not the month of its file",
                    "{column} <> facts['month']",
                    "Ask the sender which month the row belongs to.",
                ),
            ),
        ),
        Column(
            "category",
            "The street-level category.",
            (
                one_of(
                    CATEGORIES,
                    "a category that is not known",
                    "Mend the category, or ask for it to be added to the list of issues.",
                ),
            ),
        ),
        Column(
            "crime",
            "The publisher's identifier of the crime; anti-social behaviour has none.",
            sensitive=True,
            fingerprint=True,
        ),
    ),
)

CHANGES = Table(
    "small area changes",
    "How small areas of 2011 became those of 2021: U unchanged, S split, M merged, X irregular.",
    (
        Column("lsoa11", "Small area of 2011.", (gss_code(LSOA_CODES, "a small area (LSOA)"),)),
        Column("change", "What became of it.", (one_of(tuple("USMX"), "unknown change code", ""),)),
        Column("lsoa21", "Small area of 2021.", (gss_code(LSOA_CODES, "a small area (LSOA)"),)),
        Column("name11", "Its name in 2011."),
        Column("name21", "Its name in 2021."),
    ),
)

LSOA_DISTRICTS = Table(
    "districts of small areas",
    "Which district each small area of 2021 lies in.",
    (
        Column("lsoa", "Small area of 2021.", (gss_code(LSOA_CODES, "a small area (LSOA)"),)),
        Column("lsoa_name", "Its name."),
        Column("district", "Its district.", (present("district"),)),
        Column("district_name", "The district's name."),
    ),
)

PARTNERSHIPS = Table(
    "partnerships",
    "Which Community Safety Partnership and police force each district belongs to.",
    (
        Column("district", "The district.", (present("district"),)),
        Column("district_name", "Its name."),
        Column("partnership", "The partnership's code.", (present("partnership"),)),
        Column("partnership_name", "The partnership's name."),
        Column("force_name", "The police force area's name."),
    ),
)

LOCAL_NAMES = Table(
    "local names",
    "The names people use for middle-layer areas.",
    (
        Column("msoa_name", "The statistical name of the middle-layer area."),
        Column("msoa11_name", "Its statistical name in 2011.", optional=True),
        Column("local_name", "The name people use.", (present("local name"),)),
    ),
)

LSOA_POPULATION = Table(
    "residents of small areas",
    "Residents of each small area.",
    (
        Column("lsoa", "Small area.", (gss_code(LSOA_CODES, "a small area (LSOA)"),)),
        Column("residents", "Residents.", (whole_number("the number of residents"),)),
    ),
)

DISTRICT_POPULATION = Table(
    "residents of districts",
    "Mid-year estimates of residents, one column a year.",
    (
        Column("area", "The area's code."),
        Column("name", "Its name."),
        *(
            Column(
                f"mid_{year}",
                f"Residents in mid-{year}.",
                (whole_number("the number of residents", optional=True),),
                optional=True,
            )
            for year in range(2011, 2031)
        ),
    ),
)

DEPRIVATION = Table(
    "deprivation",
    "Rank of income deprivation of each small area, 1 the most deprived.",
    (
        Column("lsoa", "Small area.", (gss_code(LSOA_CODES, "a small area (LSOA)"),)),
        Column("income_rank", "Rank by income.", (a_number("the rank"),)),
    ),
)

CLASSIFICATION = Table(
    "area classification",
    "The census classification of output areas.",
    (
        Column("output_area", "Output area.", (present("output area"),)),
        Column("supergroup", "Its supergroup.", (present("supergroup"),)),
    ),
)

OUTPUT_AREAS = Table(
    "output areas",
    "Which small area of 2011 each output area of 2011 lies in.",
    (
        Column("output_area", "Output area.", (present("output area"),)),
        Column("lsoa", "Small area of 2011.", (gss_code(LSOA_CODES, "a small area (LSOA)"),)),
    ),
)

RURAL_URBAN = Table(
    "rural and urban",
    "Whether each small area is rural or urban.",
    (
        Column("lsoa", "Small area.", (gss_code(LSOA_CODES, "a small area (LSOA)"),)),
        Column("kind", "Rural or Urban.", (present("kind"),)),
    ),
)

CENSUS_GROUPS = Table(
    "census groups",
    "A census table in long form: people or households of each small area by group.",
    (
        Column("lsoa", "Small area.", (gss_code(LSOA_CODES, "a small area (LSOA)"),)),
        Column("group", "The group."),
        Column("number", "People or households in it.", (whole_number("the number"),)),
    ),
)

RECORDED_CRIME = Table(
    "recorded crime by partnership",
    "The national statistics of recorded crime by partnership, in their own year.",
    (
        Column("partnership", "The partnership's code."),
        Column("name", "Its name."),
        Column("total", "Total recorded crime without fraud."),
    ),
)

PEER_GROUP = Table(
    "most similar group",
    "The partnerships most like this one, as the partnership was given them.",
    (
        Column("partnership", "The partnership's code.", (present("partnership"),)),
        Column("dated", "The date of the list.", optional=True),
    ),
)
