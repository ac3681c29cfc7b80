"""Static files in production: named by their contents, so that they may be kept for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Scripts that import each other do so by these names too: never one of today with one of last month."""

    support_js_module_import_aggregation = True
