"""The verbs of the command `folkmoot`, one module each, loaded when used."""
