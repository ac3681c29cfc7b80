"""How a lesson speaks: short sentences, links that say where they lead, words that leave nobody out."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from modules.readability import LONGEST_SENTENCE

from .looking import Advice, Draft

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
SAYS_NOTHING = {
    *("aquí", "acá", "haga clic aquí", "clic aquí", "ver más", "más", "enlace", "este enlace", "link"),
    *("aqui", "clique aqui", "saiba mais", "veja mais", "mais", "este link"),
    *("here", "click here", "more", "read more", "this link"),
    *("ici", "cliquez ici", "en savoir plus", "plus", "ce lien"),
}
ADDRESS = re.compile(r"^(https?://|www\.)", re.IGNORECASE)

# The word, and what to write in its place (docs/glossary.md, "How we speak").
INSTEAD = {
    "es": {
        r"pacientes?": "persona cuidada",
        r"abuelit[oa]s?|viejit[oa]s?": "persona mayor",
        r"discapacitad[oa]s?|minusválid[oa]s?": "persona con discapacidad",
        r"(?:los|las) cuidador[ea]s": "quienes cuidan",
        r"(?:los|las) alumn[oa]s": "quienes estudian",
        r"las enfermeras": "el personal de enfermería",
        r"postrad[oa]s?": "persona que está en cama",
        r"sufre(?:n)? de": "tiene",
    },
    "pt": {
        r"pacientes?": "pessoa cuidada",
        r"vovozinh[oa]s?|velhinh[oa]s?": "pessoa idosa",
        r"deficientes?": "pessoa com deficiência",
        r"(?:os|as) cuidador[ea]s": "quem cuida",
        r"(?:os|as) alun[oa]s": "quem estuda",
        r"acamad[oa]s?": "pessoa que está na cama",
    },
    "en": {
        r"patients?": "person cared for",
        r"the elderly|granny|grannies": "older people",
        r"the disabled|handicapped": "people with disabilities",
        r"bedridden": "person who stays in bed",
        r"suffers? from": "has",
        r"(?:he or she|he/she|s/he)": "they",
    },
    "fr": {
        r"bénéficiaires?|patients?": "personne accompagnée",
        r"handicapés?|les invalides": "personne en situation de handicap",
        r"grabataires?": "personne alitée",
        r"souffre(?:nt)? de": "a",
    },
}


def links(draft: Draft) -> Iterator[Advice]:
    for passage in draft.passages:
        for words in passage.links:
            if words.casefold().strip(" .:…") in SAYS_NOTHING or len(words) < 2:
                text = _("Say where this link leads: whoever listens hears only these words.")
                yield Advice("link", text, passage.id, words)
            elif ADDRESS.match(words):
                yield Advice(
                    "link-address", _("Put words on this link in place of its address."), passage.id, words
                )


def long_sentences(draft: Draft) -> Iterator[Advice]:
    for passage in draft.passages:
        for line in passage.texts:
            for sentence in SENTENCE_END.split(line):
                length = len(sentence.split())
                if length > LONGEST_SENTENCE:
                    text = _("This sentence has %(words)s words. Make two or three of it.") % {
                        "words": length
                    }
                    yield Advice("sentence", text, passage.id, sentence)


def how_we_speak(draft: Draft) -> Iterator[Advice]:
    instead = INSTEAD.get(draft.language, {})
    for passage in draft.passages:
        everything = "\n".join(passage.texts)
        for pattern, better in instead.items():
            found = re.search(rf"\b(?:{pattern})\b", everything, re.IGNORECASE)
            if found:
                text = _("Better: “%(better)s”.") % {"better": better}
                yield Advice("wording", text, passage.id, found.group())
