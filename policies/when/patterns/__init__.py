"""The grammar that all languages share: patterns over the kinds of tokens, and what each pattern says."""
