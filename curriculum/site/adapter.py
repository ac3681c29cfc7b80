"""What allauth says, in words that a person understands and that betray nobody's account."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from curriculum.site.language import welcome_in_her_language
from curriculum.standards.accounts import Account

NOT_RIGHT = _(
    "The name and the password do not fit together. Look at both and try again. If you share your phone number with "
    "somebody, write your user name instead. If you have forgotten your password, ask your school for a sign-in slip."
)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": NOT_RIGHT,
        "phone_password_mismatch": NOT_RIGHT,
        "username_password_mismatch": NOT_RIGHT,
        "too_many_login_attempts": _(
            "There were too many attempts. Wait five minutes, then try again. If you do not remember your password, "
            "ask your school for a sign-in slip."
        ),
        "username_taken": _("Somebody else has this user name. Choose another one."),
    }

    def post_login(self, request: HttpRequest, user: Account, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return welcome_in_her_language(request, user, response)
