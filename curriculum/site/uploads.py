"""What people may upload in the CMS: it is served from the site's own address, where a program would act as them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

from curriculum.packs.drawings import drawing_fault


class SafeImageForm(BaseImageForm):
    """For the setting `WAGTAILIMAGES_IMAGE_FORM_BASE`: drawings are held to what a pack's drawings are held to."""

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
