"""What people may upload in the CMS: it is served from the site's own address, where a program would act as them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

from curriculum.packs.drawings import drawing_fault


class SafeImageForm(BaseImageForm):
    """For the setting `WAGTAILIMAGES_IMAGE_FORM_BASE`: drawings are held to what a pack's drawings are held to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:  # Wagtail's own words for this one are not translated into Spanish
            self.fields["file"].error_messages["invalid_image_known_format"] = _(
                "The name of this file ends in .%(extension)s, but it is a picture of another kind "
                "(%(image_format)s). Save it again as JPG or PNG and upload that."
            )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            file.seek(0)
            fault = drawing_fault(file.name, file.read())
            file.seek(0)
            if fault:
                raise forms.ValidationError(
                    _("This drawing may hold a program or an outside address. Save it as plain SVG.")
                )
        return file
