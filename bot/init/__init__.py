"""The first settings: what is asked, how it is checked, and the files that come of it."""
