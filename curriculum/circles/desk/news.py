"""Announcements: write one, see those of the groups one looks after, take one back."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from curriculum.api import DeskForm, DeskList, groups_seen_by
from curriculum.circles.errors import NotWritten
from curriculum.circles.forms import AnnouncementForm
from curriculum.circles.models import Announcement
from curriculum.circles.permissions import announcements_managed_by
from curriculum.circles.services import announce, take_back_announcement


class AnnouncementList(DeskList):
    model = Announcement
    page_title = gettext_lazy("Announcements")
    introduction = gettext_lazy(
        "What you told your groups. Each shows on the path of everybody in the group."
    )
    search_fields = ["text", "group__name"]
    default_ordering = "-made_at"
    detail_url_name = "announcements:take_back"
    columns = [
        TitleColumn(
            "text",
            label=gettext_lazy("Text"),
            accessor=lambda row: row.text[:90],
            url_name="announcements:take_back",
        ),
        Column("group", label=gettext_lazy("Group")),
        DateColumn("made_at", label=gettext_lazy("Written"), sort_key="made_at"),
        DateColumn("shown_until", label=gettext_lazy("Shown until"), sort_key="shown_until"),
        Column(
            "taken_back",
            label=gettext_lazy("State"),
            accessor=lambda row: _("Taken back") if row.taken_back_at else "",
        ),
    ]
    list_export = ["group", "text", "made_at", "shown_until", "taken_back_at"]
    export_filename = "announcements"

    def get_base_queryset(self) -> QuerySet[Announcement]:
        return announcements_managed_by(self.request.user).select_related("group")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Announce"), url=reverse("announcements:add"), icon_name="plus")]


class Announce(DeskForm):
    form_class = AnnouncementForm
    page_title = gettext_lazy("Announce")
    submit_label = gettext_lazy("Announce it")
    consequence = gettext_lazy(
        "Everybody in the group sees it on top of their path. Nothing is sent to a phone."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        groups = groups_seen_by(self.request.user)
        chosen = groups.filter(pk=_number(self.request.GET.get("group", ""))).first()
        initial = {"group": chosen} if chosen else {}
        return super().get_form_kwargs() | {"groups": groups, "initial": initial}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("announcements:index"), _("Announcements"))]

    def form_valid(self, form: AnnouncementForm) -> HttpResponse:
        try:
            announce(**form.cleaned_data, announced_by=self.request.user)  # type: ignore[arg-type]
        except NotWritten as error:
            form.refuse(error)
            return self.form_invalid(form)
        messages.success(self.request, _("The group sees it now."))
        return redirect("announcements:index")


class TakeBack(DeskForm):
    """What it says, and a button to take it off the path."""

    form_class = forms.Form
    template_name = "circles/desk/take_back.html"
    page_title = gettext_lazy("Take an announcement back")
    submit_label = gettext_lazy("Take it back")
    consequence = gettext_lazy("Nobody sees it any more. It stays on this list.")

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("announcements:index"), _("Announcements"))]

    @cached_property
    def announcement(self) -> Announcement:
        return get_object_or_404(announcements_managed_by(self.request.user), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(announcement=self.announcement, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        take_back_announcement(announcement=self.announcement, by=self.request.user)  # type: ignore[arg-type]
        messages.success(self.request, _("Nobody sees it any more."))
        return redirect("announcements:index")


def _number(text: str) -> int:
    """The id in an address; what is none belongs to no group."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0
