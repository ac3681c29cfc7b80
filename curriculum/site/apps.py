from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "curriculum.site"
    label = "cuidar_site"
    verbose_name = "Cuidar"

    def ready(self) -> None:
        from curriculum.site import checks, health, second_step, site_lookup

        checks.listen()
        health.register()
        site_lookup.forget_when_sites_change()
        second_step.listen()
