"""How may your trainer reach you, and what she sees of you."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from curriculum.api import earning_participations, person_of
from curriculum.circles.forms import ContactForm
from curriculum.circles.models import ContactChoice
from curriculum.circles.reach import default_channel
from curriculum.circles.services import choose_contact


@login_required
@require_http_methods(["GET", "POST"])
def how_to_reach_me(request: HttpRequest) -> HttpResponse:
    person = person_of(request.user)
    if person is None or not request.user.is_authenticated:
        return render(request, "circles/no_course.html", status=403)
    form = ContactForm(
        request.POST if request.method == "POST" else None,
        person=person,
        choice=ContactChoice.objects.filter(person=person).first(),
        default=default_channel(person),
    )
    if form.is_valid():
        values = form.cleaned_data
        choose_contact(
            channel=values["channel"],
            quiet_from=values["quiet_from"],
            quiet_until=values["quiet_until"],
            chosen_by=request.user,
        )
        messages.success(request, _("Your choice is kept."))
        return redirect("circles:contact")
    courses = earning_participations(request.user).select_related("programme_version__programme", "group")
    trainers = [(course, list(course.group.trainers.all()) if course.group else []) for course in courses]
    context = {"form": form, "person": person, "trainers": trainers}
    return render(request, "circles/contact.html", context, status=422 if form.errors else 200)
