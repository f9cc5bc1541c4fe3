"""Secret links: what is kept of them, and how those follow from the site's key that their person may see again."""

import hashlib
import uuid
from base64 import urlsafe_b64encode
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


def hash_token(token: str) -> str:
    """What is kept of a secret link."""
    return hashlib.sha256(token.encode()).hexdigest()


class Linked(models.Model):
    """A row that one link opens, of which only the hash is stored. Its token is made anew to be shown again."""

    LINK: ClassVar[str]  # what the link opens: one kind of link never opens another

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token_sha256 = models.CharField(_("hash of the link"), max_length=64, unique=True, editable=False)

    class Meta:
        abstract = True

    @property
    def token(self) -> str | None:
        """The token of the link; None if the site's key has changed and the old one is gone."""
        made = (self._token(key) for key in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])
        return next((token for token in made if hash_token(token) == self.token_sha256), None)

    def save_linked(self) -> None:
        """Save it with the hash of its link."""
        self.token_sha256 = hash_token(self._token(settings.SECRET_KEY))
        self.save()

    def _token(self, key: str) -> str:
        """192 bits that follow from the row's number and the site's key."""
        digest = salted_hmac(self.LINK, str(self.uuid), secret=key, algorithm="sha256").digest()
        return urlsafe_b64encode(digest[:24]).decode()
