"""Backups: one dated file that holds all that a new machine needs, how it is made every night, and how it is put back."""
