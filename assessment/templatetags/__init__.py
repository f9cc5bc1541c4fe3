"""Words and figures for the pages."""
