"""What a password must be, said in plain words."""

from django.contrib.auth import password_validation as django_rules
from django.utils.translation import gettext as _


class LongEnough(django_rules.MinimumLengthValidator):
    def get_help_text(self) -> str:
        return _(
            "At least %(count)s letters, numbers or signs. Three words in a row are easy to remember."
        ) % {"count": self.min_length}

    def get_error_message(self) -> str:
        return _("This password is too short. Use at least %(count)s letters, numbers or signs.") % {
            "count": self.min_length
        }


class NotHerself(django_rules.UserAttributeSimilarityValidator):
    def get_help_text(self) -> str:
        return _("Not your name, your user name or your e-mail.")

    def get_error_message(self) -> str:
        return _("This password is too much like your name or your user name. Choose something else.")


class NotWhatEverybodyUses(django_rules.CommonPasswordValidator):
    def get_help_text(self) -> str:
        return _("Not one that many people use, such as 12345678 or password.")

    def get_error_message(self) -> str:
        return _("Many people use this password, so it is easy to guess. Choose something else.")


class NotOnlyNumbers(django_rules.NumericPasswordValidator):
    def get_help_text(self) -> str:
        return _("Not only numbers.")

    def get_error_message(self) -> str:
        return _("This password is only numbers. Add some letters.")
