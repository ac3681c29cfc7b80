"""For the engineer's own machine: errors in full, changes seen at once."""

from curriculum.site.settings.base import *  # noqa: F403

DEBUG = True
SECRET_KEY = "for development only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
WHITENOISE_USE_FINDERS = True
CUIDAR_SERVE_MEDIA = True
CUIDAR_ALLOW_DEMONSTRATION = True
# Off here alone, so that the accounts of the invented school open with a password; see `second_step`.
CUIDAR_SECOND_STEP_ROLES = []
