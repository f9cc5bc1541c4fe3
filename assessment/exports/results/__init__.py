"""The results of many, a row for each skill asked: one table of columns, and a dict of writers."""
