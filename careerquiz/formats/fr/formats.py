"""Dates and figures in French, where Django's own differ from good usage."""

DATETIME_FORMAT = "j F Y à H:i"
