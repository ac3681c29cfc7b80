"""How forms look: every `{{ form }}` and `{{ field.as_field_group }}` follows docs/design-language.md."""

from django.forms.renderers import DjangoTemplates


class CuidarFormRenderer(DjangoTemplates):
    """For the setting `FORM_RENDERER`; finds its templates in the installed apps.

    Django ties help and errors to the control by `aria-describedby`; our templates keep the ids it expects.
    """

    form_template_name = "cuidar/forms/form.html"
    field_template_name = "cuidar/components/field.html"
