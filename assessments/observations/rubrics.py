"""A rubric as plain data: frozen with a test, read again to judge and to explain it."""

import hashlib
import json
from datetime import datetime
from typing import Any

from curriculum.api import Criterion, Rubric, texts_of

from .errors import NoRubric
from .models import RubricVersion, SkillsTest


def freeze_rubric(test: SkillsTest, at: datetime) -> RubricVersion:
    """A rubric as it stands now, filed when it is first used. Raises NoRubric without criteria."""
    content = {
        "enough_percent": test.enough_percent,
        "criteria": [
            {
                "key": criterion.key,
                "text": texts_of(criterion, "text"),
                "evidence": texts_of(criterion, "evidence"),
                "weight": criterion.weight,
                "is_critical": criterion.is_critical,
                "unit": criterion.unit_key or test.unit_key,
            }
            for criterion in test.criteria.all()
        ],
    }
    if not content["criteria"]:
        raise NoRubric
    version, _is_new = RubricVersion.objects.get_or_create(
        test=test, digest=_digest(content), defaults={"content": content, "first_used_at": at}
    )
    return version


def rubric_of(version: RubricVersion) -> Rubric:
    """What the rules need of a frozen rubric."""
    return Rubric(
        tuple(
            Criterion(each["key"], each["unit"], each["weight"], each["is_critical"])
            for each in version.content["criteria"]
        ),
        version.content["enough_percent"],
    )


def _digest(content: Any) -> str:
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"
