"""A programme at a glance, and a module copied to make a new version, in the CMS."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from curriculum.api import Account
from modules.copying import CannotCopy, Copied, copy_module_page
from modules.glance import glance_at
from modules.models import ModulePage, ProgrammePage
from modules.translating_state import untranslated_in


class ProgrammeGlanceView(WagtailAdminTemplateMixin, TemplateView):
    """For those who may write below the programme's page."""

    header_icon = "list-ul"
    template_name = "modules/admin/programme.html"

    @cached_property
    def programme_page(self) -> ProgrammePage:
        page = get_object_or_404(ProgrammePage, pk=self.kwargs["page_id"])
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return page

    def get_page_title(self) -> str:
        return self.programme_page.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.programme_page
        glance = glance_at(page, self.request.user)
        return super().get_context_data(glance=glance, untranslated=untranslated_in(page), **kwargs)


class CopyForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title of the new version"), max_length=250)


class CopyModuleView(WagtailAdminTemplateMixin, FormView):
    """Says beforehand what is copied, and afterwards what was."""

    header_icon = "copy"
    template_name = "modules/admin/copy_module.html"
    form_class = CopyForm

    @cached_property
    def module_page(self) -> ModulePage:
        page = get_object_or_404(ModulePage.objects.select_related("module"), pk=self.kwargs["page_id"])
        if not page.get_parent().permissions_for_user(self.request.user).can_add_subpage():
            raise PermissionDenied
        return page

    def get_page_title(self) -> str:
        return _("Copy to make a new version")

    def get_initial(self) -> dict[str, Any]:
        return {"title": _("%(module)s (new version)") % {"module": self.module_page.title}}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(page=self.module_page, **kwargs)

    def form_valid(self, form: CopyForm) -> HttpResponse:
        try:
            self.copied = copy_module_page(
                page=self.module_page,
                title=form.cleaned_data["title"],
                copied_by=cast("Account", self.request.user),
            )
        except CannotCopy as refusal:
            text = _(
                "“%(assessment)s” cannot be copied. Take it out of its lesson, or copy the lessons one by one."
            )
            form.add_error(None, text % {"assessment": refusal})
            return self.form_invalid(form)
        messages.success(self.request, said(self.copied))
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_explore", args=[self.copied.pages[0].pk])


def said(copied: Copied) -> str:
    return _(
        "Copied as drafts: %(lessons)s lessons and %(assessments)s assessments, in %(languages)s languages. "
        "Learners stay with the old version."
    ) % {"lessons": copied.lessons, "assessments": copied.assessments, "languages": copied.languages}
