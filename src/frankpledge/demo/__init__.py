"""The invented county of Marchshire: its places, its people, its crime, and the files that say so."""
