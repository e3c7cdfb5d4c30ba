"""Who sends what: one short declaration a feed, and the catalogue of them."""
