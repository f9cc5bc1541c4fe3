"""The site: its settings, its addresses, and what it has besides pages about people."""
