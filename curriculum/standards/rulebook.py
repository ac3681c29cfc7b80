"""Rule sets ready for use: read once per digest, then kept, because a published rule never changes."""

from collections.abc import Sequence
from typing import Any

from curriculum.rules import RuleSet as Rule
from curriculum.rules import parse_rule_set

from .models import RuleSet

KEPT = 512
_rules: dict[str, Rule] = {}


def rules_of(digests: Sequence[str]) -> list[Rule]:
    """The parsed rules with these digests, in their order; one query for all that are not yet known."""
    unknown = set(digests) - _rules.keys()
    if unknown:
        rows = RuleSet.objects.filter(digest__in=unknown).order_by().values_list("digest", "document")
        for digest, document in rows:
            _remember(digest, document)
    return [rule_of(digest) for digest in digests]


def rule_of(digest: str) -> Rule:
    """The parsed rule with this digest. One query the first time, none afterwards.

    Raises RuleSet.DoesNotExist if no rule set has this digest.
    """
    rule = _rules.get(digest)
    if rule is None:
        document = RuleSet.objects.filter(digest=digest).values_list("document", flat=True)[:1].get()
        rule = _remember(digest, document)
    return rule


def _remember(digest: str, document: Any) -> Rule:
    rule = parse_rule_set(document)
    if len(_rules) >= KEPT:
        _rules.clear()
    _rules[digest] = rule
    return rule
