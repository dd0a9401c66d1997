from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Also hashes what our script modules import from each other."""

    support_js_module_import_aggregation = True
