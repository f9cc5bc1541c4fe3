"""The pages, by subject. Those about one person go through `access.own`: a stranger gets 404."""
