"""The mail that tells a person that an account they do not use will be erased."""

import logging
from datetime import datetime
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from assessment.retention import NOTICE, to_be_told
from profiles.models import User

logger = logging.getLogger(__name__)


def count(now: datetime) -> int:
    """How many are to be told."""
    return to_be_told(now).count()


def send(now: datetime) -> int:
    """Tell them, each in their language; answers how many mails the server took. Who was told is not told again.

    Who was not, as the server was away or refused the address, is told the next time, and the log says so.
    """
    people = list(to_be_told(now).order_by("pk").only("uuid", "email", "display_name", "language"))
    told = 0
    try:
        with get_connection() as connection:
            for user in people:
                told += _tell(user, now, connection)
    except OSError as error:
        logger.error("mails about unused accounts could not be sent: %s", type(error).__name__)
    return told


def message_to(user: User, now: datetime) -> EmailMessage:
    """What they are told, and until when they can sign in."""
    with override(user.language):
        context = {
            "base_url": settings.BASE_URL,
            "link": settings.BASE_URL + reverse(settings.LOGIN_URL),
            "day": timezone.localtime(now + NOTICE),
            "months": settings.RETENTION_MONTHS,
        }
        subject = render_to_string("account/email/unused_subject.txt", context).strip()
        return EmailMessage(subject, render_to_string("account/email/unused_message.txt", context), to=[user.email])


def _tell(user: User, now: datetime, connection: BaseEmailBackend) -> int:
    message = message_to(user, now)
    message.connection = connection
    try:
        taken = message.send()
    except SMTPRecipientsRefused:
        logger.warning("the address of the account %s was refused", user.uuid)
        return 0
    return User.objects.filter(pk=user.pk).update(warned=now) if taken else 0
