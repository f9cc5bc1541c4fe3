"""The rows of the draft in the administration."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.utils import NestedObjects, unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from assessment.admin.forms import LevelForm, NamedForm, RoleForm, SalaryForm, SkillForm
from assessment.admin.grid import requirements
from assessment.admin.order import order
from assessment.models import (
    CatalogueVersion,
    DraftCompetency,
    DraftGrade,
    DraftItem,
    DraftLevel,
    DraftMission,
    DraftRequirement,
    DraftRole,
    DraftSalary,
    DraftSkill,
)
from assessment.models.columns import WEIGHTS
from assessment.models.draft import ANCHORS
from assessment.models.drafting import changing, follow_rename
from assessment.templatetags.admin_words import in_language
from careerquiz.lookups import PlainLookups


def both(name: str) -> tuple[str, str]:
    """The two columns of a text, side by side."""
    return f"{name}_fr", f"{name}_en"


class DraftAdmin(PlainLookups):
    """A section of the draft. Every write is whole, alone, and in the history."""

    change_form_template = "admin/draft/change_form.html"
    change_list_template = "admin/draft/change_list.html"
    list_per_page = 100
    save_on_top = True
    actions = None
    has_order = True

    def get_urls(self) -> list[URLPattern]:
        """The order of the section beside the usual pages."""
        if not self.has_order:
            return super().get_urls()
        name = f"{self.opts.app_label}_{self.opts.model_name}_order"
        view = self.admin_site.admin_view(order)
        return [path("order/", view, {"admin": self}, name=name), *super().get_urls()]

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Show a row, or save it as one change."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with changing(request.user, "edit"):
            if object_id and self._is_gone(request, object_id):  # the form for a new one keeps what was typed
                object_id, form_url = None, reverse(f"admin:assessment_{self.opts.model_name}_add")
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _is_gone(self, request: HttpRequest, object_id: str) -> bool:
        was_shown = bool(request.POST.get("shown")) and self.has_add_permission(request)
        return was_shown and self.get_object(request, unquote(object_id)) is None

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Ask, or delete as one change with all that goes along."""
        if request.method != "POST":
            return super().delete_view(request, object_id, extra_context)
        with changing(request.user, "edit"):
            return super().delete_view(request, object_id, extra_context)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The list, with the way to its order for those who may change it."""
        may_order = self.has_order and self.has_change_permission(request)
        return super().changelist_view(request, {"may_order": may_order, **(extra_context or {})})

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A plain choice, without the buttons that open other items in windows of their own."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """What happened to this item, in the one history there is."""
        row = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        asked = urlencode({"section__exact": self.model.section, **({"code": row.key} if row else {})})
        return redirect(f"{reverse('admin:assessment_cataloguechange_changelist')}?{asked}")

    def save_model(self, request: HttpRequest, obj: DraftItem, form: Any, change: bool) -> None:
        """Save, and let what names the code follow when it changes."""
        super().save_model(request, obj, form, change)
        if change and "code" in form.changed_data:
            follow_rename(obj.section, form.initial["code"], obj.key)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What goes along, counted, as naming each would ask the database for each; and the right to all of it."""
        found: Any = NestedObjects(using=DEFAULT_DB_ALIAS, origin=objs)
        found.collect(objs)
        counts = {str(model._meta.verbose_name_plural): len(rows) for model, rows in found.model_objs.items()}
        rights = {model._meta: get_permission_codename("delete", model._meta) for model in found.model_objs}
        needed = {
            str(meta.verbose_name)
            for meta, right in rights.items()
            if not request.user.has_perm(f"{meta.app_label}.{right}")
        }
        return [str(row) for row in objs], counts, needed, [str(row) for row in found.protected]

    def delete_model(self, request: HttpRequest, obj: DraftItem) -> None:
        """Delete, and let what names the code forget it."""
        super().delete_model(request, obj)
        follow_rename(obj.section, obj.key, None)

    def get_readonly_fields(self, request: HttpRequest, obj: DraftItem | None = None) -> list[str]:
        """A code is fixed once a version holds it: answers are kept under it."""
        is_fixed = obj is not None and obj.key in CatalogueVersion.objects.fixed_codes(obj.section)
        return ["code"] if is_fixed else []

    # The one history is ours (CatalogueChange): Django's own log would say the same once more, with less in it.

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        """Nothing."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        """Nothing."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:  # type: ignore[override]
        """Nothing."""

    @admin.display(description=_("name"))
    def name(self, row: Any) -> str:
        """The name in the language of the page."""
        return in_language(row, "name")


class MissingText(admin.SimpleListFilter):
    """Rows that still lack a text, in one language or the other."""

    title = _("missing text")
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """In which language."""
        return [("fr", _("in French")), ("en", _("in English")), ("any", _("in either"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those rows."""
        suffixes = {"fr": ("_fr",), "en": ("_en",), "any": ("_fr", "_en")}.get(self.value() or "")
        columns = [field.name for field in queryset.model._meta.fields if suffixes and field.name.endswith(suffixes)]
        return queryset.filter(Q(*[(name, "") for name in columns], _connector=Q.OR)) if columns else queryset


class NamedAdmin(DraftAdmin):
    """Missions, competencies, grades."""

    form = NamedForm
    list_display = ["code", "name", "origin"]
    list_filter = ["origin", MissingText]
    search_fields = ["code", "name_fr", "name_en", "text_fr", "text_en"]
    fields = [("code", "origin"), both("name"), both("text")]


@admin.register(DraftMission)
class MissionAdmin(NamedAdmin):
    """What the job is there to do."""


@admin.register(DraftGrade)
class GradeAdmin(NamedAdmin):
    """The steps of a career, from the first to the last."""


@admin.register(DraftCompetency)
class CompetencyAdmin(NamedAdmin):
    """The groups of skills, one page of the questionnaire each."""

    list_display = ["code", "name", "skills", "origin"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With how many skills each has."""
        found: QuerySet[Any] = super().get_queryset(request).annotate(skill_count=Count("skills"))
        return found

    @admin.display(description=_("skills"), ordering="skill_count")
    def skills(self, row: Any) -> int:
        """How many skills belong to it."""
        return int(row.skill_count)


@admin.register(DraftLevel)
class LevelAdmin(DraftAdmin):
    """The six levels: their names and their general sentences."""

    form = LevelForm
    has_order = False
    list_display = ["value", "name", "anchor"]
    search_fields = ["name_fr", "name_en", "anchor_fr", "anchor_en"]
    fields = [both("name"), both("anchor"), "origin"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """There are six."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """There are six."""
        return False

    @admin.display(description=_("sentence"))
    def anchor(self, row: Any) -> str:
        """The general sentence in the language of the page."""
        return in_language(row, "anchor")


class Required(admin.SimpleListFilter):
    """Skills by the requirements there are for them. Role and weight together mean one requirement that has both."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those skills."""
        asked = {name: request.GET.get(name, "") for name in ("role", "weight")}
        wanted = {name: value for name, value in asked.items() if value.isdecimal() and len(value) < 10}
        if self.parameter_name not in wanted:
            return queryset
        return queryset.filter(Exists(DraftRequirement.objects.filter(skill=OuterRef("pk"), **wanted)))


class ByWeight(Required):
    """Skills that weigh so much."""

    title = _("weight")
    parameter_name = "weight"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The weights."""
        return [(str(weight), label) for weight, label in WEIGHTS]


class ByRole(Required):
    """Skills that a role requires of its own."""

    title = _("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The roles."""
        return [(str(role.pk), str(role)) for role in DraftRole.objects.all()]


@admin.register(DraftSkill)
class SkillAdmin(DraftAdmin):
    """What is rated."""

    form = SkillForm
    list_display = ["code", "name", "competency", "required", "retired", "origin"]
    list_select_related = ["competency"]
    list_filter = ["competency", "origin", MissingText, "retired", ByWeight, ByRole]
    show_facets = admin.ShowFacets.NEVER  # they would count role and weight apart
    search_fields = ["code", "name_fr", "name_en", *ANCHORS]
    fieldsets = [
        (None, {"fields": [("code", "origin"), ("competency", "mission"), both("name")]}),
        (
            _("The six levels"),
            {
                "fields": [both(f"anchor_{level}") for level in range(6)],
                "classes": ["anchors"],
                "description": _(
                    "One sentence a level, in the first person, saying what one has done. A sentence of at most 140 "
                    "characters is read at a glance."
                ),
            },
        ),
        (_("References"), {"fields": ["esco", "sfia", "dora", "other"], "classes": ["collapse"]}),
        (_("When it is no longer asked"), {"fields": ["retired", "replaced_by"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With how many roles ask for each."""
        found: QuerySet[Any] = super().get_queryset(request).annotate(role_count=Count("requirements"))
        return found

    @admin.display(description=_("roles that ask for it"), ordering="role_count")
    def required(self, row: Any) -> int:
        """How many roles have a requirement of their own for it."""
        return int(row.role_count)

    def view_on_site(self, row: DraftSkill) -> str:
        """The skill as a candidate would see it."""
        return reverse("preview-skill", args=[row.code])


@admin.register(DraftRole)
class RoleAdmin(DraftAdmin):
    """The jobs, and the way to what they require."""

    form = RoleForm
    change_form_template = "admin/draft/change_role.html"
    list_display = ["code", "name", "extends", "required", "origin"]
    list_select_related = ["extends"]
    list_filter = ["origin", MissingText]
    search_fields = ["code", "name_fr", "name_en", "summary_fr", "summary_en", "definition_fr", "definition_en"]
    fields = [
        ("code", "extends", "origin"),
        both("name"),
        both("summary"),
        both("definition"),
        both("part"),
        "missions",
    ]

    def get_urls(self) -> list[URLPattern]:
        """The grid of what a role requires."""
        view = self.admin_site.admin_view(requirements)
        grid = path("<int:pk>/requirements/", view, {"admin": self}, name="assessment_draftrole_requirements")
        return [grid, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With how many skills each asks for."""
        found: QuerySet[Any] = super().get_queryset(request).annotate(skill_count=Count("requirements"))
        return found

    @admin.display(description=_("requirements of its own"), ordering="skill_count")
    def required(self, row: Any) -> int:
        """How many requirements are its own; it may inherit more."""
        return int(row.skill_count)

    def view_on_site(self, row: DraftRole) -> str:
        """The role's sheet as a visitor would see it."""
        return reverse("preview-role", args=[row.code])


@admin.register(DraftSalary)
class SalaryAdmin(DraftAdmin):
    """What is known of the pay."""

    form = SalaryForm
    list_display = ["role", "grade", "low", "high", "currency", "country", "status"]
    list_display_links = ["role", "grade"]
    list_select_related = ["role", "grade"]
    list_filter = ["status", "role", "grade", "country"]
    search_fields = ["source", "population_fr", "population_en"]
    fields = [
        ("role", "grade"),
        ("low", "high", "currency"),
        "status",
        ("source", "year"),
        ("address", "consulted"),
        ("basis", "country"),
        both("population"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With what its name needs."""
        found: QuerySet[Any] = super().get_queryset(request).select_related("role", "grade")
        return found
