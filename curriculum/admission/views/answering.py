"""Answering one thing that the requirements ask: a day, a yes or no, a document."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from curriculum.admission.errors import Closed, Refused
from curriculum.admission.forms import BirthForm, ExperienceForm, ProofForm, SchoolingForm, StatementForm
from curriculum.admission.models import Application, Proof
from curriculum.admission.papers import look_at
from curriculum.admission.services import declare_birth, declare_statement, send_proof, take_back_proof
from curriculum.admission.standing import Ask, asks_of, subjects_of
from curriculum.credentials.words import names_of
from curriculum.rules import nodes as kinds

from .applying import own_or_404

FORMS: dict[type, type[forms.Form]] = {
    kinds.Age: BirthForm,
    kinds.Statement: StatementForm,
    kinds.Education: SchoolingForm,
    kinds.Document: ProofForm,
    kinds.Experience: ExperienceForm,
}


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, uuid: UUID, place: str) -> HttpResponse:
    """What is answered is kept at once; she comes back to the list."""
    application = own_or_404(request, uuid)
    ask = asks_of(application).get(place)
    if ask is None:
        raise Http404
    form = _form(request, application, ask)
    if request.method == "POST" and form.is_valid():
        try:
            _keep(application, ask, form)
        except Refused as refusal:
            form.add_error("pages" if "pages" in form.fields else None, refusal.sentence)
        else:
            messages.success(request, _("Kept. You can go on now or later."))
            return redirect("application", application.uuid)
    context = {"application": application, "ask": ask, "form": form}
    return render(request, "curriculum/admission/answer.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, application: Application, ask: Ask) -> forms.Form:
    given: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    wanted = subjects_of(ask.node)
    if wanted is not None:
        names = names_of(application.programme_version_id)
        given["choices"] = [(subject, names.get(subject, subject)) for subject in wanted[1]]
    elif isinstance(ask.node, kinds.Age) and not given:
        given["initial"] = {"birth_date": application.person.birth_date}
    return FORMS[type(ask.node)](**given)


def _keep(application: Application, ask: Ask, form: forms.Form) -> None:
    """Raises Closed once the application is decided, Refused for papers that cannot be taken."""
    if not application.is_open:
        raise Closed
    values, person = form.cleaned_data, application.person
    if isinstance(ask.node, kinds.Age):
        declare_birth(person=person, day=values["birth_date"])
    elif isinstance(ask.node, kinds.Statement):
        declare_statement(
            person=person,
            institution=application.institution,
            subject=ask.node.statement,
            is_so=values["is_so"],
        )
    elif isinstance(form, ProofForm) and (wanted := subjects_of(ask.node)):
        kind, subjects = wanted
        send_proof(
            uuid=values["uuid"],
            person=person,
            institution=application.institution,
            kind=kind,
            subject=values.get("subject") or subjects[0],
            pages=look_at(form.files_sent()),
            began_on=values.get("began_on"),
            ended_on=values.get("ended_on"),
            valid_until=values.get("valid_until"),
        )


@login_required
@require_POST
def take_back(request: HttpRequest, uuid: UUID, proof: UUID) -> HttpResponse:
    application = own_or_404(request, uuid)
    own = get_object_or_404(Proof.objects.filter(person__user=request.user.pk), uuid=proof)
    try:
        take_back_proof(proof=own)
    except Refused as refusal:
        messages.warning(request, refusal.sentence)
    else:
        messages.success(request, _("The document is taken back and its pages are gone."))
    return redirect("application", application.uuid)
