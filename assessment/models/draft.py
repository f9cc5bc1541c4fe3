"""The draft of the next catalogue: rows that editors change, whatever is published meanwhile.

A row may be unfinished: texts may be blank and figures missing, which the check of the catalogue tells before
publishing. Each model turns one of its rows into an item of the catalogue's document (`item`) and an item into columns
(`columns`).
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from assessment.catalogue.model import LANGUAGES, LEVELS
from assessment.exchange.reading import Document
from assessment.models.columns import (
    ORIGINS,
    WEIGHTS,
    TextColumn,
    is_address,
    is_code,
    is_slug,
    lines,
    one_of,
    said,
    spread,
    titled,
)

Known = Mapping[str, Mapping[str, "DraftItem"]]  # section -> code -> row


class DraftItem(models.Model):
    """A row of the draft, in its place among the others of its section."""

    section: ClassVar[str]
    order = models.PositiveIntegerField(_("order"), editable=False)

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new row comes last."""
        if getattr(self, "order", None) is None:
            last = type(self).objects.aggregate(last=Max("order"))["last"]
            self.order = 0 if last is None else last + 1
        super().save(*args, **kwargs)

    @property
    def key(self) -> str:
        """What names the item in its section, in the history and in what is compared."""
        return str(getattr(self, "code", ""))


class DraftLevel(DraftItem):
    """One of the six levels; there are no others."""

    section = "levels"
    value = models.PositiveSmallIntegerField(_("level"), unique=True, editable=False)
    name_fr = TextColumn(_("name, French"), max_length=120)
    name_en = TextColumn(_("name, English"), max_length=120)
    anchor_fr = TextColumn(_("sentence, French"), max_length=300)
    anchor_en = TextColumn(_("sentence, English"), max_length=300)
    origin = models.CharField(_("origin"), max_length=8, choices=ORIGINS, default="added")

    class Meta(DraftItem.Meta):
        verbose_name = _("level")
        verbose_name_plural = _("levels")
        constraints = [
            models.CheckConstraint(condition=Q(value__in=LEVELS), name="draft_level_value"),
            models.CheckConstraint(condition=one_of("origin", ORIGINS), name="draft_level_origin"),
        ]

    def __str__(self) -> str:
        return titled(str(self.value), self)

    @property
    def key(self) -> str:
        """The level's figure."""
        return str(self.value)

    def item(self) -> Document:
        """The level as the document holds it."""
        return {"value": self.value, "name": said(self, "name"), "anchor": said(self, "anchor"), "origin": self.origin}

    @staticmethod
    def columns(item: Document, known: Known) -> dict[str, Any]:
        """The row of such a level."""
        texts = spread(name=item["name"], anchor=item["anchor"])
        return {"value": item["value"], "origin": item["origin"], **texts}


class DraftNamed(DraftItem):
    """A row that has a code, a name and a text."""

    code = models.CharField(_("code"), max_length=32, unique=True, validators=[is_code])
    name_fr = TextColumn(_("name, French"), max_length=120)
    name_en = TextColumn(_("name, English"), max_length=120)
    text_fr = TextColumn(_("text, French"), max_length=2000)
    text_en = TextColumn(_("text, English"), max_length=2000)
    origin = models.CharField(_("origin"), max_length=8, choices=ORIGINS, default="added")

    class Meta(DraftItem.Meta):
        abstract = True
        constraints = [models.CheckConstraint(condition=one_of("origin", ORIGINS), name="%(class)s_origin")]

    def __str__(self) -> str:
        return titled(self.code, self)

    def item(self) -> Document:
        """The row as the document holds it."""
        return {"code": self.code, "name": said(self, "name"), "text": said(self, "text"), "origin": self.origin}

    @staticmethod
    def columns(item: Document, known: Known) -> dict[str, Any]:
        """The row of such an item."""
        texts = spread(name=item["name"], text=item["text"])
        return {"code": item["code"], "origin": item["origin"], **texts}


class DraftMission(DraftNamed):
    """What the job is there to do."""

    section = "missions"

    class Meta(DraftNamed.Meta):
        verbose_name = _("mission")
        verbose_name_plural = _("missions")


class DraftCompetency(DraftNamed):
    """A group of skills, one page of the questionnaire."""

    section = "competencies"

    class Meta(DraftNamed.Meta):
        verbose_name = _("competency")
        verbose_name_plural = _("competencies")


class DraftGrade(DraftNamed):
    """A step of a career."""

    section = "grades"
    code = models.CharField(_("code"), max_length=32, unique=True, validators=[is_slug])

    class Meta(DraftNamed.Meta):
        verbose_name = _("grade")
        verbose_name_plural = _("grades")


class DraftSkill(DraftItem):
    """What is rated, with the sentence of each level."""

    section = "skills"
    code = models.CharField(_("code"), max_length=32, unique=True, validators=[is_code])
    competency = models.ForeignKey(DraftCompetency, models.PROTECT, verbose_name=_("competency"), related_name="skills")
    mission = models.ForeignKey(DraftMission, models.PROTECT, verbose_name=_("mission"), related_name="skills")
    name_fr = TextColumn(_("name, French"), max_length=120)
    name_en = TextColumn(_("name, English"), max_length=120)
    anchor_0_fr = TextColumn(_("level 0, French"), max_length=300)
    anchor_0_en = TextColumn(_("level 0, English"), max_length=300)
    anchor_1_fr = TextColumn(_("level 1, French"), max_length=300)
    anchor_1_en = TextColumn(_("level 1, English"), max_length=300)
    anchor_2_fr = TextColumn(_("level 2, French"), max_length=300)
    anchor_2_en = TextColumn(_("level 2, English"), max_length=300)
    anchor_3_fr = TextColumn(_("level 3, French"), max_length=300)
    anchor_3_en = TextColumn(_("level 3, English"), max_length=300)
    anchor_4_fr = TextColumn(_("level 4, French"), max_length=300)
    anchor_4_en = TextColumn(_("level 4, English"), max_length=300)
    anchor_5_fr = TextColumn(_("level 5, French"), max_length=300)
    anchor_5_en = TextColumn(_("level 5, English"), max_length=300)
    esco = models.TextField(_("ESCO addresses"), blank=True)  # the references are one a line
    sfia = models.TextField(_("SFIA codes"), blank=True)
    dora = models.TextField(_("DORA capabilities"), blank=True)
    other = models.TextField(_("other references"), blank=True)
    origin = models.CharField(_("origin"), max_length=8, choices=ORIGINS, default="added")
    retired = models.BooleanField(
        _("retired"), default=False, help_text=_("No longer asked. What was rated stays, and reports still know it.")
    )
    replaced_by = models.JSONField(_("replaced by"), default=list, blank=True)  # codes of skills

    class Meta(DraftItem.Meta):
        verbose_name = _("skill")
        verbose_name_plural = _("skills")
        constraints = [models.CheckConstraint(condition=one_of("origin", ORIGINS), name="draft_skill_origin")]

    def __str__(self) -> str:
        return titled(self.code, self)

    def item(self) -> Document:
        """The skill as the document holds it."""
        anchors = {
            language: [getattr(self, f"anchor_{level}_{language}") for level in LEVELS] for language in LANGUAGES
        }
        only_if_so = {"retired": self.retired, "replaced_by": self.replaced_by}
        return {
            "code": self.code,
            "competency": self.competency.code,
            "mission": self.mission.code,
            "name": said(self, "name"),
            "anchors": anchors,
            "references": {name: lines(getattr(self, name)) for name in REFERENCES},
            "origin": self.origin,
            **{key: value for key, value in only_if_so.items() if value},
        }

    @staticmethod
    def columns(item: Document, known: Known) -> dict[str, Any]:
        """The row of such a skill."""
        anchors = {
            f"anchor_{level}_{language}": item["anchors"][language][level] for level in LEVELS for language in LANGUAGES
        }
        return {
            "code": item["code"],
            "competency": known["competencies"][item["competency"]],
            "mission": known["missions"][item["mission"]],
            "origin": item["origin"],
            "retired": item.get("retired", False),
            "replaced_by": item.get("replaced_by", []),
            **{name: "\n".join(item["references"][name]) for name in REFERENCES},
            **spread(name=item["name"]),
            **anchors,
        }


REFERENCES = ("esco", "sfia", "dora", "other")
ANCHORS = [f"anchor_{level}_{language}" for level in LEVELS for language in LANGUAGES]


class DraftRole(DraftItem):
    """A job; what it requires stands in DraftRequirement."""

    section = "roles"
    code = models.CharField(_("code"), max_length=32, unique=True, validators=[is_slug])
    extends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("extends"), related_name="extensions"
    )
    name_fr = TextColumn(_("name, French"), max_length=120)
    name_en = TextColumn(_("name, English"), max_length=120)
    summary_fr = TextColumn(_("summary, French"), max_length=300)
    summary_en = TextColumn(_("summary, English"), max_length=300)
    definition_fr = TextColumn(_("what it is, French"), max_length=2000)
    definition_en = TextColumn(_("what it is, English"), max_length=2000)
    part_fr = TextColumn(_("day to day, French"), max_length=2000)
    part_en = TextColumn(_("day to day, English"), max_length=2000)
    missions = models.JSONField(_("missions"), default=list, blank=True)  # codes
    origin = models.CharField(_("origin"), max_length=8, choices=ORIGINS, default="added")

    class Meta(DraftItem.Meta):
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [models.CheckConstraint(condition=one_of("origin", ORIGINS), name="draft_role_origin")]

    def __str__(self) -> str:
        return titled(self.code, self)

    def item(self) -> Document:
        """The role as the document holds it, with its own requirements."""
        return {
            "code": self.code,
            "extends": self.extends.code if self.extends else None,
            **{name: said(self, name) for name in ROLE_TEXTS},
            "missions": self.missions,
            "requirements": {asked.skill.code: asked.item() for asked in self.requirements.all()},
            "origin": self.origin,
        }

    @staticmethod
    def columns(item: Document, known: Known) -> dict[str, Any]:
        """The row of such a role, but for the role it extends, which may not be there yet."""
        texts = spread(**{name: item[name] for name in ROLE_TEXTS})
        return {"code": item["code"], "missions": item["missions"], "origin": item["origin"], **texts}


ROLE_TEXTS = ("name", "summary", "definition", "part")


class DraftRequirement(models.Model):
    """What a role asks of one skill."""

    role = models.ForeignKey(DraftRole, models.CASCADE, verbose_name=_("role"), related_name="requirements")
    skill = models.ForeignKey(DraftSkill, models.CASCADE, verbose_name=_("skill"), related_name="requirements")
    weight = models.PositiveSmallIntegerField(_("weight"), choices=WEIGHTS)
    levels = models.JSONField(_("levels"), default=dict)  # grade code -> level

    class Meta:
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")
        ordering = ["role", "skill"]
        constraints = [
            models.UniqueConstraint(fields=["role", "skill"], name="draft_requirement_once"),
            models.CheckConstraint(condition=one_of("weight", WEIGHTS), name="draft_requirement_weight"),
        ]

    def __str__(self) -> str:
        return f"{self.role.code} {self.skill.code}"

    def item(self) -> Document:
        """The requirement as the document holds it."""
        return {"weight": self.weight, "levels": self.levels}


BASES = [("offers", _("job offers")), ("in_post", _("people in post"))]
STATUSES = [("to_complete", _("to complete")), ("verified", _("verified"))]
amount = [MinValueValidator(1), MaxValueValidator(10_000_000)]


class DraftSalary(DraftItem):
    """Gross pay for a year, or the plain fact that it is not known yet."""

    section = "salaries"
    role = models.ForeignKey(DraftRole, models.CASCADE, verbose_name=_("role"), related_name="salaries")
    grade = models.ForeignKey(DraftGrade, models.CASCADE, verbose_name=_("grade"), related_name="salaries")
    low = models.PositiveIntegerField(_("low"), null=True, blank=True, validators=amount)
    high = models.PositiveIntegerField(_("high"), null=True, blank=True, validators=amount)
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="EUR",
        validators=[RegexValidator(r"\A[A-Z]{3}\Z", _("A currency is three capitals, such as EUR."))],
    )
    basis = models.CharField(_("basis"), max_length=8, choices=BASES, blank=True, default="")
    population_fr = TextColumn(_("who was counted, French"), max_length=300)
    population_en = TextColumn(_("who was counted, English"), max_length=300)
    country = models.CharField(
        _("country"),
        max_length=2,
        default="FR",
        validators=[RegexValidator(r"\A[A-Z]{2}\Z", _("A country is two capitals, such as FR."))],
    )
    source = TextColumn(_("source"), max_length=200, blank=False)
    address = models.CharField(
        _("address of the source"), max_length=510, blank=True, default="", validators=[is_address]
    )
    year = models.PositiveSmallIntegerField(
        _("year of the data"), null=True, blank=True, validators=[MinValueValidator(1990), MaxValueValidator(2200)]
    )
    consulted = models.DateField(_("read on"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=11, choices=STATUSES, default="to_complete")

    class Meta(DraftItem.Meta):
        verbose_name = _("salary")
        verbose_name_plural = _("salaries")
        constraints = [
            models.CheckConstraint(
                condition=(Q(low=None) | Q(low__gte=1)) & (Q(high=None) | Q(high__gte=1)), name="draft_salary_amounts"
            ),
            models.CheckConstraint(condition=one_of("status", STATUSES), name="draft_salary_status"),
            models.CheckConstraint(condition=Q(basis="") | one_of("basis", BASES), name="draft_salary_basis"),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """The role, the grade, the country and the basis: "devops junior FR offers"."""
        return f"{self.role.code} {self.grade.code} {self.country} {self.basis}".strip()

    def item(self) -> Document:
        """The salary as the document holds it."""
        population = said(self, "population")
        return {
            "role": self.role.code,
            "grade": self.grade.code,
            "low": self.low,
            "high": self.high,
            "currency": self.currency,
            "basis": self.basis or None,
            "population": population if any(population.values()) else None,
            "country": self.country,
            "source": self.source,
            "address": self.address or None,
            "year": self.year,
            "consulted": self.consulted.isoformat() if self.consulted else None,
            "status": self.status,
        }

    @staticmethod
    def columns(item: Document, known: Known) -> dict[str, Any]:
        """The row of such a salary."""
        texts = spread(population=item["population"] or {"fr": "", "en": ""})
        known_values = {key: item[key] for key in ("low", "high", "currency", "country", "source", "year", "status")}
        return {
            "role": known["roles"][item["role"]],
            "grade": known["grades"][item["grade"]],
            "basis": item["basis"] or "",
            "address": item["address"] or "",
            "consulted": dt.date.fromisoformat(item["consulted"]) if item["consulted"] else None,
            **known_values,
            **texts,
        }
