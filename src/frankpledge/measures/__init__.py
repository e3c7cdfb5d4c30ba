"""What is counted: the cube, and panels of areas, months and issues made from it."""
