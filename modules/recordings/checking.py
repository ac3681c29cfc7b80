"""Whether a file is audio that a phone can play. Its content decides: a name can say anything."""

import filetype
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

MOST_MEGABYTES = 15  # an hour of speech as phones record it; more than a lesson needs and a learner can load
BYTES_TO_TELL = 8192
# Browsers record sound into the containers of films, so those are sound as well.
ENDINGS = {
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "video/mp4": ".m4a",
    "audio/ogg": ".ogg",
    "video/webm": ".webm",
    "audio/x-wav": ".wav",
}


def audio_ending(upload: UploadedFile) -> str:
    """The ending that a recording's name gets. Raises ValidationError, which says what to do."""
    if (upload.size or 0) > MOST_MEGABYTES * 1024 * 1024:
        raise ValidationError(
            _(
                "This recording is larger than %(most)s MB. Save it as MP3 with fewer kilobits, or record it here."
            ),
            params={"most": MOST_MEGABYTES},
        )
    upload.seek(0)
    kind = filetype.guess(upload.read(BYTES_TO_TELL))
    upload.seek(0)
    if kind is None or kind.mime not in ENDINGS:
        raise ValidationError(
            _("This file is no audio that a phone can play. Choose an MP3, M4A, OGG or WAV file.")
        )
    return ENDINGS[kind.mime]
