from portal.record.forms.share_link import PasscodeForm, ShareLinkForm

__all__ = ["PasscodeForm", "ShareLinkForm"]
