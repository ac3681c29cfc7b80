"""Applying on a phone: what there is, what is asked, what is missing, and sending it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from curriculum.admission.enums import ApplicationState, CatchUpState
from curriculum.admission.errors import Refused
from curriculum.admission.forms import CatchUpForm, GroupForm
from curriculum.admission.models import Application, CatchUp
from curriculum.admission.offers import open_groups, versions_taking_people
from curriculum.admission.permissions import own_applications
from curriculum.admission.services import begin, note_catch_up, send, withdraw
from curriculum.admission.services.keeping import policy_of
from curriculum.admission.standing import standing_of
from curriculum.credentials.entry import NoEntryRule
from curriculum.standards.models import ProgrammeVersion
from curriculum.standards.queries import version_open_for_enrolment


def own_or_404(request: HttpRequest, uuid: UUID) -> Application:
    return get_object_or_404(own_applications(request.user), uuid=uuid)


@login_required
@require_GET
def my_applications(request: HttpRequest) -> HttpResponse:
    """What she has begun or sent, and the courses that take people now."""
    own = list(own_applications(request.user))
    context = {"applications": own, "versions": versions_taking_people()}
    return render(request, "curriculum/admission/applications.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def apply(request: HttpRequest, institution: str, programme: str) -> HttpResponse:
    """Choose a group and begin."""
    version = _version_or_404(institution, programme)
    form = GroupForm(request.POST or None, groups=open_groups(version))
    if request.method == "POST" and form.is_valid():
        try:
            application = begin(
                account=request.user,  # type: ignore[arg-type]
                programme_version=version,
                group=form.cleaned_data["group"],
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("application", application.uuid)
    context = {"form": form, "version": version}
    return render(request, "curriculum/admission/apply.html", context, status=422 if form.errors else 200)


def _version_or_404(institution: str, programme: str) -> ProgrammeVersion:
    version = version_open_for_enrolment(institution, programme)
    if version is None:
        raise Http404
    return version


@login_required
@require_GET
def show_application(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Each requirement with its state and what to do next."""
    application = own_or_404(request, uuid)
    try:
        standing = standing_of(application)
    except NoEntryRule:
        standing = None
    decided = application.verdicts.select_related("why").last()
    context = {
        "application": application,
        "standing": standing,
        "verdict": decided,
        "policy": policy_of(application.institution),
        "catch_up": _latest_catch_up(application),
        "is_draft": application.state == ApplicationState.DRAFT,
    }
    return render(request, "curriculum/admission/application.html", context)


def _latest_catch_up(application: Application) -> CatchUp | None:
    found = CatchUp.objects.filter(person=application.person, institution=application.institution)
    return found.first()


@login_required
@require_POST
def send_application(request: HttpRequest, uuid: UUID) -> HttpResponse:
    application = own_or_404(request, uuid)
    try:
        send(application=application)
    except Refused as refusal:
        messages.warning(request, refusal.sentence)
    else:
        messages.success(request, _("Your application is with the school. You find the answer here."))
    return redirect("application", application.uuid)


@login_required
@require_http_methods(["GET", "POST"])
def withdraw_application(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Says what taking back means before it is done."""
    application = own_or_404(request, uuid)
    if request.method == "GET":
        return render(request, "curriculum/admission/withdraw.html", {"application": application})
    try:
        withdraw(application=application)
    except Refused as refusal:
        messages.warning(request, refusal.sentence)
    else:
        messages.success(request, _("Your application is taken back. You can apply again at any time."))
    return redirect("applications")


@login_required
@require_http_methods(["GET", "POST"])
def catch_up(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The way to completing school: where it is possible, and how far she is (R-LEV-4)."""
    application = own_or_404(request, uuid)
    levels = [level for row in standing_of(application).rows for level in row.levels]
    if not levels:
        raise Http404
    latest = _latest_catch_up(application)
    initial = {"state": latest.state, "place": latest.place} if latest else None
    form = CatchUpForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        note_catch_up(
            person=application.person,
            institution=application.institution,
            level=levels[0],
            place=form.cleaned_data["place"],
            state=CatchUpState(form.cleaned_data["state"]),
            noted_by=request.user,  # type: ignore[arg-type]
        )
        messages.success(request, _("Thank you. The school sees how far you are."))
        return redirect("application", application.uuid)
    context = {"application": application, "form": form, "policy": policy_of(application.institution)}
    return render(request, "curriculum/admission/catch_up.html", context, status=422 if form.errors else 200)
