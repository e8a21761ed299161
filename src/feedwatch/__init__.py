"""feedwatch watches the news: it polls feeds, cleans, recognises, tags and keeps their articles."""

__version__ = "0.1.0"
