"""Matrix: the only folder that knows nio. The rest of the program imports `account`, `events` and `parcels`."""
