"""The invented county of Marchshire: its places, people and crime, and the files that say so."""
