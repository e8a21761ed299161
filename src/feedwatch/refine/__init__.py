"""The worker's room: one document in, its new items out; no database, no clock, no network."""
