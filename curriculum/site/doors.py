"""Wagtail asks for passwords at doors of its own: each leads to the one sign-in, with its second factor."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


def sign_in(request: HttpRequest) -> HttpResponse:
    """Someone who is signed in and still sent here may not enter: to ask her again would be a circle."""
    if request.user.is_authenticated:
        return redirect("/")
    return redirect_to_login(request.GET.get("next", ""), login_url=reverse("account_login"))


def reset_password(request: HttpRequest) -> HttpResponse:
    return redirect("account_reset_password")
