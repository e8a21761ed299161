"""The room under the database lock: facts in, judgement with reasons out; pure."""
