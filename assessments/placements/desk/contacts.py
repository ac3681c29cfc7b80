"""Where supervisors are reached, and the messages that the office sends by hand."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from assessments.placements.enums import Channel
from assessments.placements.messages import message_of
from assessments.placements.models import SignLink
from assessments.placements.services import confirm_contact, mark_sent
from assessments.placements.views.account import account_of
from curriculum.api import DeskForm, PersonalList

from .forms import ContactForm


class MessageList(PersonalList):
    """Open links whose message the office sends itself."""

    model = SignLink
    page_title = gettext_lazy("Messages to supervisors")
    introduction = gettext_lazy("Links for signing that wait to be sent from the phone of the office.")
    search_fields = ["person__name", "contact__supervision__person__name"]
    default_ordering = "asked_at"
    detail_url_name = "sign_messages:send"
    columns = [
        TitleColumn(
            "person",
            label=gettext_lazy("Supervisor"),
            url_name="sign_messages:send",
            accessor="contact.supervision.person",
        ),
        Column("learner", label=gettext_lazy("Learner"), accessor="person"),
        DateColumn("expires_at", label=gettext_lazy("Works until"), sort_key="expires_at"),
    ]
    list_export = ["person", "asked_at", "expires_at"]
    export_filename = "messages"

    def get_base_queryset(self) -> QuerySet[SignLink]:
        own = SignLink.objects.open_at(timezone.now()).filter(
            contact__supervision__host__institution__in=self.institution_ids,
            contact__channel=Channel.MESSAGE,
            sent_at__isnull=True,
        )
        return own.select_related("person", "contact__supervision__person", "contact__supervision__host")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Confirm a contact"), url=reverse("sign_messages:contact"), icon_name="plus")]


class SentForm(forms.Form):
    """The words to copy; nothing of them comes back."""

    words = forms.CharField(
        label=gettext_lazy("Message"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "readonly": True}),
    )


class SendMessage(DeskForm):
    form_class = SentForm
    page_title = gettext_lazy("Send a message")
    submit_label = gettext_lazy("I have sent it")
    consequence = gettext_lazy(
        "Copy the words into a message to this number. Give the address to nobody else."
    )

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        self.link_id = kwargs["pk"]
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def link(self) -> SignLink:
        own = SignLink.objects.filter(
            contact__supervision__host__institution__in=self.institution_ids, contact__channel=Channel.MESSAGE
        )
        related = own.select_related("person", "contact__supervision__host__institution")
        return get_object_or_404(related.open_at(timezone.now()), pk=self.link_id)

    def get_consequence(self) -> str:
        return f"{self.consequence} {self.link.contact.address}"

    def get_initial(self) -> dict[str, Any]:
        return {"words": message_of(self.link)[1]}

    def form_valid(self, form: SentForm) -> HttpResponse:
        mark_sent(link=self.link)
        messages.success(self.request, _("It is marked as sent."))
        return redirect("sign_messages:index")


class ConfirmContact(DeskForm):
    form_class = ContactForm
    page_title = gettext_lazy("Confirm a contact")
    submit_label = gettext_lazy("Confirm it")
    consequence = gettext_lazy(
        "Links for signing go there and nowhere else. Confirm only what you know from the agreement or from herself. "
        "A former contact stops working."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"institution_ids": self.institution_ids}

    def form_valid(self, form: ContactForm) -> HttpResponse:
        confirm_contact(confirmed_by=account_of(self.request), **form.cleaned_data)
        messages.success(self.request, _("The contact is confirmed."))
        return redirect("sign_messages:index")
