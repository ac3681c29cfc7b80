"""A worker in a process of its own, for being killed: it sweeps, and does itself what it finds.

Its two kinds use the services that the desk uses; they take their time, so that there is a middle to be killed in.
"""

import time
from io import BytesIO

import django

BATCHES, A_BATCH = 12, 3
PAUSE = 0.2  # seconds


def main() -> None:
    django.setup()
    from django.core.management import call_command

    register_kinds()
    call_command("run_jobs_sweep")


def register_kinds() -> None:
    from curriculum.jobs.registry import job_kind

    job_kind("killed.import", label="import")(bring_in)
    job_kind("killed.export", label="export")(take_out)


def bring_in(job) -> None:
    """People of a file, a batch at a time; each batch is whole or not there."""
    from curriculum.people.importing.services import import_people

    job.progress(0, total=BATCHES)
    for batch in range(BATCHES):
        import_people(
            rows=[person(batch * A_BATCH + number) for number in range(A_BATCH)],
            institution=job.job.institution,
            enrolled_by=None,
            on=job.job.requested_at.date(),
        )
        time.sleep(PAUSE)
        job.progress(batch + 1)


def person(number: int):
    from curriculum.people.importing.checking import Checked
    from curriculum.people.registering import DocumentDetails, PersonDetails

    return Checked(
        number=number,
        details=PersonDetails(name=f"Persona {number}", email=f"p{number}@example.org"),
        document=DocumentDetails("UY", "identity_card", f"1000{number}"),
        user_name="",
        group="grupo",
    )


def take_out(job) -> None:
    """The names of everybody in the group, as a file."""
    from curriculum.models import Participation

    names = list(
        Participation.objects.filter(institution=job.job.institution)
        .order_by("person__name")
        .values_list("person__name", flat=True)
    )
    job.progress(0, total=BATCHES)
    written = BytesIO()
    for step in range(BATCHES):
        share = names[step * A_BATCH : (step + 1) * A_BATCH]
        written.writelines(f"{name}\n".encode() for name in share)
        time.sleep(PAUSE)
        job.progress(step + 1)
    written.seek(0)
    job.keep_file("people.txt", written)


if __name__ == "__main__":
    main()
