"""Where people are signed in."""

from allauth.usersessions.models import UserSession

from profiles.models import User


def end_sessions(user: User, *, but: str | None = "") -> None:
    """Sign a person out of every browser, but for the session with this key."""
    for session in UserSession.objects.filter(user=user).exclude(session_key=but or ""):
        session.end()
