"""The one door to the database; it keeps facts and knows no rules."""
