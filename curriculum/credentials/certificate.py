"""The certificate on paper, to frame and to hand over: title, name, dates, and a square with which it is checked."""

from urllib.parse import urlsplit

import segno
from django.template.loader import render_to_string

from curriculum.standards.printing import renderer

from .checking.codes import grouped
from .checking.queries import checked
from .models import Award


def certificate_pdf(award: Award, address: str) -> bytes:
    """One page, in the current language; `address` is where it is checked, in full."""
    return renderer()(certificate_html(award, address))


def certificate_html(award: Award, address: str) -> str:
    context = {
        "award": award,
        "holder": award.inscription.get("holder", ""),
        "checked": checked(award),
        "code": grouped(award.code),
        "address": address,
        "site": f"{urlsplit(address).netloc}/verify",
        # Level Q still reads with a quarter of it worn away, as a framed paper or a photocopy has it.
        "square": segno.make(address, error="q").png_data_uri(scale=8, border=2),
    }
    return render_to_string("curriculum/checking/certificate.html", context)
