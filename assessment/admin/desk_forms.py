"""What comes in on the pages about the draft as a whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerquiz.uploads import MOST_BYTES


class PublishForm(forms.Form):
    """Why a version is published, and the mark of the draft that was shown."""

    note = forms.CharField(
        label=gettext_lazy("What changed, and why"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy("Kept with the version, for those who read the list of versions in a year."),
        error_messages={"required": gettext_lazy("Please say what changed and why.")},
    )
    shown = forms.CharField(max_length=32)


class ImportForm(forms.Form):
    """A file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("The file is empty."),
        },
    )

    def clean_file(self) -> Any:
        """Refuse what is too large; its bytes were not kept."""
        sent = self.cleaned_data["file"]
        if sent.size > MOST_BYTES:
            most, size = MOST_BYTES // 1_000_000, -(-sent.size // 1_000_000)
            raise forms.ValidationError(
                _("The file has %(size)d MB; %(most)d MB at most.") % {"size": size, "most": most}
            )
        return sent
