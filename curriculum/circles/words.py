"""What people read when something was not written: what to do now."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .errors import (
    NameTaken,
    NothingSaid,
    NotWritten,
    NoVoice,
    RulesNotRead,
    SentOtherwise,
    TooMuchAtOnce,
)

SENTENCES: dict[type[NotWritten], Promise] = {
    NothingSaid: _("Write a few words, or record your voice."),
    TooMuchAtOnce: _("You have written a lot in the last hour. Wait a little, then write again."),
    NoVoice: _("We could not use this recording. Record one minute at most, or write instead."),
    NameTaken: _("Somebody here already has this name. Choose another one."),
    SentOtherwise: _("This was already sent. Open the page again to write something new."),
    RulesNotRead: _("Read the rules of the house first, then write."),
}


def sentence_of(error: NotWritten) -> str:
    return str(SENTENCES[type(error)])
