"""A newer document in place of one that ends, whether or not she is applying for anything."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from curriculum.admission.enums import ProofState
from curriculum.admission.errors import Refused
from curriculum.admission.forms import ProofForm
from curriculum.admission.models import Proof
from curriculum.admission.papers import look_at
from curriculum.admission.services import send_proof
from curriculum.rules import FactKind


@login_required
@require_http_methods(["GET", "POST"])
def renew(request: HttpRequest, proof: UUID) -> HttpResponse:
    own = Proof.objects.filter(person__user=request.user.pk, state=ProofState.ACCEPTED)
    old = get_object_or_404(own.select_related("person", "institution"), uuid=proof)
    form = ProofForm(request.POST, request.FILES) if request.method == "POST" else ProofForm()
    if request.method == "POST" and form.is_valid():
        try:
            send_proof(
                uuid=form.cleaned_data["uuid"],
                person=old.person,
                institution=old.institution,
                kind=FactKind(old.kind),
                subject=old.subject,
                pages=look_at(form.files_sent()),
                valid_until=form.cleaned_data["valid_until"],
            )
        except Refused as refusal:
            form.add_error("pages", refusal.sentence)
        else:
            messages.success(request, _("The new document is with the school."))
            return redirect("my_path")
    context = {"form": form, "old": old}
    return render(request, "curriculum/admission/renew.html", context, status=422 if form.errors else 200)
