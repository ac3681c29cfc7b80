"""The message with which a link reaches a supervisor: one mail, or words for the office to send."""

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from curriculum.api import RunningJob, job_kind

from .models import SignLink
from .services.linking import SEND_LINK, mark_sent, token_of


def address_of(link: SignLink) -> str:
    """The whole address of a link, in the language of whoever signs."""
    path = reverse("placements:sign_link", args=[token_of(link)])
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def message_of(link: SignLink) -> tuple[str, str]:
    """Subject and words, in the signer's language. They name the learner and nothing of what she wrote."""
    signer = link.contact.supervision.person
    with translation.override(signer.language):
        values = {
            "name": signer.name,
            "learner": link.person.name,
            "school": link.contact.supervision.host.institution.name,
            "address": address_of(link),
        }
        words = _(
            "Hello %(name)s. %(learner)s did practice with you and asks you to confirm her hours. Open this address, "
            "look at the hours and press once: %(address)s It works once, for seven days. %(school)s"
        )
        return _("%(learner)s asks you to confirm her hours") % values, words % values


@job_kind(SEND_LINK, label=gettext_lazy("Message to a supervisor"))
def send_link(job: RunningJob) -> None:
    """Sends the mail of a link once; a link that is used or too old is not sent."""
    links = SignLink.objects.select_related("person", "contact__supervision__host__institution")
    link = links.filter(pk=job.payload["link"], sent_at__isnull=True, used_at__isnull=True).first()
    if link is None:
        return
    subject, words = message_of(link)
    send_mail(subject, words, None, [link.contact.address])
    mark_sent(link=link)
