"""A learner stops a course, or takes it up again."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from ..enums import EndReason
from ..leaving import OFFERED, come_back, courses_left_by, leave_course
from ..models import Participation
from ..services import NotOpenForEnrolment


class LeaveForm(forms.Form):
    """Why she stops, if she wants to say."""

    reason = forms.ChoiceField(
        label=gettext_lazy("What makes you stop?"),
        widget=forms.RadioSelect,
        choices=[(reason.value, reason.label) for reason in OFFERED],
        help_text=gettext_lazy("It helps the school to help others. Only your school reads it."),
    )


@login_required
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask why, say what stays hers, and stop. Another person's course does not exist here."""
    if not request.user.is_authenticated:
        raise Http404
    own = Participation.objects.open().filter(person__user=request.user)
    participation = get_object_or_404(
        own.select_related("person", "institution", "programme_version__programme"), uuid=uuid
    )
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = EndReason(form.cleaned_data["reason"])
        leave_course(participation=participation, reason=reason, left_by=request.user)
        messages.success(
            request,
            _("You have stopped this course. What you earned stays yours. Come back whenever you can."),
        )
        return redirect("my_path")
    context = {"form": form, "participation": participation}
    return render(request, "curriculum/people/leave.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def take_up_again(request: HttpRequest, uuid: UUID) -> HttpResponse:
    if not request.user.is_authenticated:
        raise Http404
    participation = get_object_or_404(courses_left_by(request.user), uuid=uuid)
    try:
        come_back(participation=participation, by=request.user)
    except NotOpenForEnrolment:
        messages.info(
            request,
            _(
                "This version of the course has closed. Ask your school: what you earned counts in the new one."
            ),
        )
    else:
        messages.success(request, _("Welcome back. You go on where you stopped."))
    return redirect("my_path")
