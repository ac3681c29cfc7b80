"""Opening one's account with the code of a printed slip: type it or scan it, then choose a password."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView

from ..models import SignInSlip
from ..sign_in_slips import slip_numbered, slip_with, use_slip

OPENED = "cuidar_slip"
"""In the session: the slip whose code was shown, so that the code stands in no further address."""
NAMED = "cuidar_sign_in_name"
"""In the session: her user name, with which the sign-in form then begins."""


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("The code on your slip"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text=gettext_lazy("Twelve letters and numbers. Small letters will do."),
    )

    def clean_code(self) -> SignInSlip:
        slip = slip_with(self.cleaned_data["code"])
        if slip is None:
            raise forms.ValidationError(
                _(
                    "This code does not work. Look whether you copied it exactly. A code works once and for 24 "
                    "hours; if yours is older, ask your school for a new slip."
                )
            )
        return slip


@method_decorator(never_cache, name="dispatch")
class TypeCode(FormView):
    form_class = CodeForm
    template_name = "curriculum/people/slip_code.html"

    def form_valid(self, form: CodeForm) -> HttpResponse:
        return _opened(self.request, form.cleaned_data["code"])


@never_cache
def scan_code(request: HttpRequest, code: str) -> HttpResponse:
    """Where the square on the slip leads. Nothing is used up by looking, so a preview of the link does no harm."""
    slip = slip_with(code)
    return _opened(request, slip) if slip else redirect("slip_too_late")


def _opened(request: HttpRequest, slip: SignInSlip) -> HttpResponse:
    request.session[OPENED] = slip.pk
    return redirect("slip_choose")


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class ChoosePassword(FormView):
    """Her name, so that she sees whose account it is, and the new password."""

    form_class = SetPasswordForm
    template_name = "curriculum/people/choose_password.html"

    @cached_property
    def slip(self) -> SignInSlip | None:
        return slip_numbered(self.request.session.get(OPENED, 0))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.slip is None:
            return redirect("slip_too_late")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.slip.account if self.slip else None}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(slip=self.slip, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        slip = self.slip
        self.request.session.pop(OPENED, None)
        if slip is None or not use_slip(slip=slip, password=form.cleaned_data["new_password1"]):
            return redirect("slip_too_late")
        self.request.session[NAMED] = slip.account.get_username()
        messages.success(self.request, _("Your password is kept. Now sign in with it."))
        return redirect("enter")


class TooLate(TemplateView):
    template_name = "curriculum/people/slip_too_late.html"
