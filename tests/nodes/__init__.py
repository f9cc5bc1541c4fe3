"""Two web nodes, PostgreSQL with a synchronous standby, and people who must notice none of it. docs/scaling.md."""
