"""Rule sets ready for use: read once per digest, then kept, because a published rule never changes."""

from curriculum.rules import RuleSet as Rule
from curriculum.rules import parse_rule_set

from .models import RuleSet

KEPT = 512
_rules: dict[str, Rule] = {}


def rule_of(digest: str) -> Rule:
    """The parsed rule with this digest. One query the first time, none afterwards.

    Raises RuleSet.DoesNotExist if no rule set has this digest.
    """
    rule = _rules.get(digest)
    if rule is None:
        document = RuleSet.objects.filter(digest=digest).values_list("document", flat=True)[:1].get()
        rule = parse_rule_set(document)
        if len(_rules) >= KEPT:
            _rules.clear()
        _rules[digest] = rule
    return rule
