"""The catalogue: what it holds (`model`), its file (`file`), what a good one is (`check`), the one that ships.

Nothing here knows Django or a database.
"""
