"""Who sends a request, as far as its address tells."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

NOWHERE = "::"  # of a connection without an address, as by a socket of the machine


def address_of(request: HttpRequest) -> str:
    """The visitor's address: REMOTE_ADDR, or, behind n proxies, the n-th from the right of X-Forwarded-For.

    What stands further left came from outside and proves nothing. A header of fewer parts did not pass our proxies.
    """
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    passed = request.headers.get("x-forwarded-for", "").split(",")
    candidate = passed[-proxies] if 0 < proxies <= len(passed) else ""
    return _address(candidate) or _address(request.META.get("REMOTE_ADDR", "")) or NOWHERE


def _address(text: str) -> str:
    """The address in its usual form, or nothing. An IPv4 address in IPv6's clothes is the IPv4 address."""
    try:
        found = ip_address(text.strip().partition("%")[0])
    except ValueError:
        return ""
    return str(getattr(found, "ipv4_mapped", None) or found)
