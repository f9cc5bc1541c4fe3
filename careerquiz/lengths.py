"""How long a text may be, held by the database: SQLite keeps any length, whatever a column declares."""

from django.db.models import CharField, CheckConstraint, Q
from django.db.models.functions import Length

CharField.register_lookup(Length)


def at_most(constraint: str, /, **most: int) -> CheckConstraint:
    """A constraint of this name: each of the columns holds so many characters at most."""
    lengths = {f"{column}__length__lte": number for column, number in most.items()}
    return CheckConstraint(condition=Q(**lengths), name=constraint)
