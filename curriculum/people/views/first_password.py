"""Where somebody whose account was made for her chooses her first password."""

from django.contrib.auth.views import PasswordResetConfirmView
from django.urls import reverse_lazy

from ..accounts import first_password_tokens


class FirstPasswordView(PasswordResetConfirmView):
    """Opens once and for a few days; afterwards it says whom to ask for another."""

    template_name = "curriculum/people/first_password.html"
    token_generator = first_password_tokens
    success_url = reverse_lazy("my_path")
    post_reset_login = False
