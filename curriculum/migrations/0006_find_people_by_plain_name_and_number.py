"""Names as they are looked for, and phone numbers in the form in which they are compared, for those on record."""

import unicodedata

import phonenumbers
from django.db import migrations

AT_ONCE = 1000


def plain(text):
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in split if not unicodedata.combining(sign))
    return " ".join(unicodedata.normalize("NFC", bare).split())[:400]


def international(written, country):
    try:
        number = phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def fill(apps, schema_editor):
    people = apps.get_model("curriculum", "Person").objects
    memberships = apps.get_model("curriculum", "Membership").objects
    countries = dict(memberships.order_by("-pk").values_list("person_id", "institution__country"))
    changed = []
    for person in people.only("pk", "name", "phone").iterator(chunk_size=AT_ONCE):
        person.phone_e164 = international(person.phone, countries.get(person.pk)) if person.phone else ""
        person.plain_name = plain(person.name)
        changed.append(person)
    people.bulk_update(changed, ["plain_name", "phone_e164"], batch_size=AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("curriculum", "0005_sign_in_slips_files_and_timetables")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
