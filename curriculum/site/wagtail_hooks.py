"""What the history of an account says of its second step."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from .lost_second_step import FORGOTTEN


@hooks.register("register_log_actions")
def second_step_actions(actions: LogActionRegistry) -> None:
    actions.register_action(FORGOTTEN, _("Take a lost second step away"), _("Lost second step taken away"))
