"""Every text of the interface is translated into every language of the site."""

import pytest
from django.conf import settings

from curriculum.site.catalogues.files import faults
from curriculum.site.catalogues.messages import messages_of_the_project

pytestmark = pytest.mark.catalogues


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_nothing_is_missing_unfinished_or_at_odds_with_its_text(language):
    found = list(faults(settings.ROOT, language, messages_of_the_project(settings.ROOT)))
    assert not found, f"{len(found)} texts; run `make messages` and translate:\n" + "\n".join(found[:40])
