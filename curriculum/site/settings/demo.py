"""For `make demo`: the site as its users meet it, on one's own machine, with an invented school."""

from django.core.management.utils import get_random_secret_key

from curriculum.site.settings.base import *  # noqa: F403
from curriculum.site.settings.base import VAR

_key_file = VAR / "demo-secret-key"
if not _key_file.exists():
    VAR.mkdir(parents=True, exist_ok=True)
    _key_file.write_text(get_random_secret_key())
    _key_file.chmod(0o600)

SECRET_KEY = _key_file.read_text()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
WHITENOISE_USE_FINDERS = True
CUIDAR_SERVE_MEDIA = True
CUIDAR_ALLOW_DEMONSTRATION = True
# Off here alone, so that the accounts of the invented school open with a password; see `second_step`.
CUIDAR_SECOND_STEP_ROLES = []
