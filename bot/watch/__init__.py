"""How the program is: its signs of life, what is measured of it, and what of that somebody should know."""
