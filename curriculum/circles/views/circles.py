"""A circle: its rules first, then what its people write, the newest on top."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import TemplateView

from curriculum.api import IdentifierFound
from curriculum.circles.circle import Standing, circles_of, standing_in
from curriculum.circles.enums import Ground, Verdict
from curriculum.circles.errors import NotWritten
from curriculum.circles.forms import DecideForm, PostForm, RejoinderForm, ReportForm, SeatForm
from curriculum.circles.models import Post
from curriculum.circles.permissions import can_decide, can_report
from curriculum.circles.reading import page_of, post_in, to_look_at
from curriculum.circles.services import (
    decide_on_post,
    object_to_moderation,
    report_post,
    take_seat,
    write_post,
)

Refused = (NotWritten, IdentifierFound)


class MyCirclesView(LoginRequiredMixin, TemplateView):
    """The circles of this account."""

    template_name = "circles/circles.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(standings=circles_of(self.request.user), **kwargs)


class CircleView(LoginRequiredMixin, TemplateView):
    """One circle. Whoever has not yet agreed to the rules reads them here instead."""

    template_name = "circles/circle.html"
    standing: Standing

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            self.standing = _standing_or_404(request, **kwargs)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._show(PostForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = PostForm(request.POST)
        if _kept(form, self.standing):
            messages.success(request, _("Your words are in the circle."))
            return redirect(self.standing.circle.url)
        return self._show(form, status=422)

    def _show(self, form: PostForm, status: int = 200) -> HttpResponse:
        standing = self.standing
        seat = standing.circle.seats().filter(person=standing.person).first()
        context: dict[str, Any] = {"standing": standing, "circle": standing.circle, "seat": seat}
        if seat is None:
            context["form"] = SeatForm()
            return render(self.request, "circles/rules.html", context, status=status)
        context |= {"form": form, "page": page_of(standing, self.request.GET.get("page"))}
        if standing.moderates:
            context["to_look_at"] = list(to_look_at(standing))
        return render(self.request, self.template_name, context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def sit_down(request: HttpRequest, **key: str) -> HttpResponse:
    """Agree to the rules, or choose another name."""
    standing = _standing_or_404(request, **key)
    seat = standing.circle.seats().filter(person=standing.person).first()
    initial = {"pen_name": seat.pen_name} if seat else {}
    form = SeatForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            take_seat(standing=standing, pen_name=form.cleaned_data["pen_name"])
        except Refused as error:
            form.refuse(error)
        else:
            return redirect(standing.circle.url)
    context = {"form": form, "standing": standing, "circle": standing.circle, "seat": seat}
    return render(request, "circles/rules.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def answer_post(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A few words to somebody's words."""
    standing, post = _post_or_404(request, uuid)
    form = PostForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _kept(form, standing, post):
        messages.success(request, _("Your words are in the circle."))
        return redirect(standing.circle.url)
    return _about(request, "circles/answer.html", form, standing, post)


@login_required
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    standing, post = _post_or_404(request, uuid)
    if not can_report(standing, post):
        raise Http404
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        report_post(post=post, standing=standing, ground=Ground(form.cleaned_data["ground"]))
        messages.success(
            request, _("Thank you. The trainers will look at it. Nobody is told who reported it.")
        )
        return redirect(standing.circle.url)
    return _about(request, "circles/report.html", form, standing, post)


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Moderators see the words, who wrote them, what was reported, and decide with a reason."""
    standing, post = _post_or_404(request, uuid)
    if not can_decide(standing, post):
        raise Http404
    form = DecideForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        values = form.cleaned_data
        try:
            decide_on_post(
                post=post, standing=standing, verdict=Verdict(values["verdict"]), reason=values["reason"]
            )
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, _("Your decision is kept. Whoever wrote it can read your reason."))
            return redirect(standing.circle.url)
    return _about(request, "circles/decide.html", form, standing, post)


@login_required
@require_POST
def object_to(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The author answers the moderators."""
    standing, post = _post_or_404(request, uuid)
    moderation = post.moderations.last()
    form = RejoinderForm(request.POST)
    if moderation is None or post.author_id != standing.person.pk:
        raise Http404
    if form.is_valid():
        try:
            object_to_moderation(moderation=moderation, standing=standing, words=form.cleaned_data["text"])
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, _("The trainers read your answer and decide again."))
    for errors in form.errors.values():
        messages.error(request, str(errors[0]))
    return redirect(standing.circle.url)


def _standing_or_404(request: HttpRequest, institution: str, group: str = "") -> Standing:
    standing = standing_in(request.user, *filter(None, (institution, group)))
    if standing is None:
        raise Http404
    return standing


def _post_or_404(request: HttpRequest, uuid: UUID) -> tuple[Standing, Post]:
    """A post of one of her circles, and how she stands there. Hidden words exist for author and moderators only."""
    found = get_object_or_404(Post.objects.select_related("institution", "group"), uuid=uuid)
    key = [found.institution.key, *([found.group.key] if found.group else [])]
    standing = standing_in(request.user, *key)
    if standing is None:
        raise Http404
    post = post_in(standing, uuid)
    decisions = list(post.moderations.all())
    hidden = bool(decisions) and decisions[-1].verdict == Verdict.HIDDEN
    if hidden and not standing.moderates and post.author_id != standing.person.pk:
        raise Http404
    return standing, post


def _kept(form: PostForm, standing: Standing, answers: Post | None = None) -> bool:
    if not form.is_valid():
        return False
    try:
        write_post(
            uuid=form.cleaned_data["uuid"],
            standing=standing,
            words=form.cleaned_data["text"],
            answers=answers,
        )
    except PermissionDenied as error:
        raise Http404 from error
    except Refused as error:
        form.refuse(error)
        return False
    return True


def _about(request: HttpRequest, template: str, form: Any, standing: Standing, post: Post) -> HttpResponse:
    context = {
        "form": form,
        "standing": standing,
        "circle": standing.circle,
        "post": post,
        "reports": [each.get_ground_display() for each in post.reports.all()] if standing.moderates else [],
    }
    return render(request, template, context, status=422 if form.errors else 200)
