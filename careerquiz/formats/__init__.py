"""Dates and figures."""
