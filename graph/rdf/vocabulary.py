"""The terms that graphs are written with, as N-Quads terms; `camket.ontology` says what they mean."""

from typing import Final

from camket.graph.facts import Change, Comparator, UndertakingKind
from camket.graph.rdf.terms import ck, term

TYPE: Final = term("rdf", "type")
LABEL: Final = term("rdfs", "label")
PREF_LABEL: Final = term("skos", "prefLabel")
ALT_LABEL: Final = term("skos", "altLabel")
NOTATION: Final = term("skos", "notation")
CONCEPT: Final = term("skos", "Concept")
IN_SCHEME: Final = term("skos", "inScheme")
ROLES: Final = ck("Roles")
RANKS: Final = ck("Ranks")
UNITS: Final = ck("Units")

# The article
NEWS_ARTICLE: Final = term("schema", "NewsArticle")
IDENTIFIER: Final = term("dcterms", "identifier")
HEADLINE: Final = term("schema", "headline")
DATE_PUBLISHED: Final = term("schema", "datePublished")
PUBLISHER: Final = term("schema", "publisher")
URL: Final = term("schema", "url")
LANGUAGE: Final = term("schema", "inLanguage")
ARTICLE_BODY: Final = term("schema", "articleBody")
SHA256: Final = term("schema", "sha256")
MENTIONS: Final = term("schema", "mentions")

# What read it
ACTIVITY: Final = term("prov", "Activity")
WAS_GENERATED_BY: Final = term("prov", "wasGeneratedBy")
SOFTWARE: Final = ck("software")
SOFTWARE_VERSION: Final = term("schema", "softwareVersion")
PIPELINE: Final = ck("pipeline")

# Evidence
WAS_DERIVED_FROM: Final = term("prov", "wasDerivedFrom")
EVIDENCE: Final = ck("evidence")
CONTEXT: Final = ck("context")
RULE: Final = ck("rule")
MENTION: Final = ck("mention")
SPECIFIC_RESOURCE: Final = term("oa", "SpecificResource")
HAS_SOURCE: Final = term("oa", "hasSource")
HAS_SELECTOR: Final = term("oa", "hasSelector")
POSITION_SELECTOR: Final = term("oa", "TextPositionSelector")
QUOTE_SELECTOR: Final = term("oa", "TextQuoteSelector")
START: Final = term("oa", "start")
END: Final = term("oa", "end")
EXACT: Final = term("oa", "exact")
DATE_FROM: Final = ck("dateFrom")
DATE_BY: Final = ck("dateBy")

# People, bodies, places, groups, posts
PERSON_CLASSES: Final = (term("foaf", "Person"),)
GROUP_CLASSES: Final = (ck("Group"),)
BODY_CLASSES: Final = (term("org", "Organization"),)
PLACE_CLASSES: Final = (term("schema", "Place"),)
AREA_CLASS: Final = term("schema", "AdministrativeArea")
SUB_ORGANIZATION_OF: Final = term("org", "subOrganizationOf")
JURISDICTION: Final = ck("jurisdiction")
CONTAINED_IN: Final = term("schema", "containedInPlace")
POST_CLASSES: Final = (term("org", "Post"),)
POST_IN: Final = term("org", "postIn")
ROLE: Final = term("org", "role")

# What came after bodies that are no more
SUCCEEDED_BY: Final = ck("succeededBy")
ENDED_BY: Final = ck("endedBy")

# Posts and ranks held
MEMBERSHIP: Final = term("org", "Membership")
MEMBER: Final = term("org", "member")
ORGANIZATION: Final = term("org", "organization")
POST: Final = ck("post")
FORMER: Final = ck("former")
ATTESTED_ON: Final = ck("attestedOn")
RANK_HOLDING: Final = ck("RankHolding")
HOLDER: Final = ck("holder")
RANK: Final = ck("rank")

# Posts in time
SINGLE_HOLDER: Final = ck("singleHolder")
HEADS_BODY: Final = ck("headsBody")
HAS_SEVERAL: Final = ck("hasSeveral")
NAMES_POST: Final = ck("namesPost")
TENURE: Final = ck("Tenure")
RESTS_ON: Final = ck("restsOn")
FIRST_ATTESTED: Final = ck("firstAttested")
LAST_ATTESTED: Final = ck("lastAttested")
LEFT_BY: Final = ck("leftBy")
PRECEDED_BY: Final = ck("precededBy")
FOLLOWED_BY: Final = ck("followedBy")
TENURE_CONFLICT: Final = ck("TenureConflict")
BETWEEN: Final = ck("between")
POST_RESOLUTION: Final = ck("PostResolution")
BASIS: Final = ck("basis")

# Events
EVENT: Final = term("schema", "Event")
START_DATE: Final = term("schema", "startDate")
END_DATE: Final = term("schema", "endDate")
LOCATION: Final = term("schema", "location")
ATTENDEE: Final = term("schema", "attendee")
ORGANIZER: Final = term("schema", "organizer")
CHAIR: Final = ck("chair")

# Statements
STATEMENT: Final = ck("Statement")
SPEAKER: Final = ck("speaker")
ON_BEHALF_OF: Final = ck("onBehalfOf")
SPEECH_ACT: Final = ck("speechAct")
CUE: Final = ck("cue")
MADE_AT: Final = ck("madeAt")
SAID_ON: Final = ck("saidOn")

# Undertakings, refusals, observations, assessments, the ledger
COMMITMENTS: Final = frozenset({UndertakingKind.PLEDGE, UndertakingKind.GOAL})
UNDERTAKING_CLASSES: Final = {
    kind: (ck("Undertaking"), *((ck("Commitment"),) if kind in COMMITMENTS else ()), ck(kind))
    for kind in UndertakingKind
}
PROMISOR: Final = ck("promisor")
ACTOR: Final = ck("actor")
BENEFICIARY: Final = ck("beneficiary")
STATED_BY: Final = ck("statedBy")
STATED_IN: Final = ck("statedIn")
CONDITION: Final = ck("condition")
DUE: Final = ck("due")
TURN: Final = ck("turn")
FORMER_DUE: Final = ck("formerDue")
FORMER_MEASURE: Final = ck("formerMeasure")
REFUSAL: Final = ck("Refusal")
OBSERVATION: Final = ck("Observation")
OF: Final = ck("of")
ASSESSMENT: Final = ck("StatusAssessment")
OUTCOME: Final = ck("outcome")
DONE_ON: Final = ck("doneOn")
ABSTENTION: Final = ck("Abstention")
REASON: Final = ck("reason")

# Measures
MEASURE: Final = ck("measure")
MEASURE_CLASS: Final = ck("Measure")
INDICATOR: Final = ck("indicator")
COMPARATOR: Final = ck("comparator")
VALUE: Final = ck("value")
UPPER_VALUE: Final = ck("upperValue")
UNIT: Final = ck("unit")
CHANGE: Final = ck("change")
PERIOD: Final = ck("period")

COMPARATORS: Final = {comparator: ck(comparator.name.title().replace("_", "")) for comparator in Comparator}
"""The concept of each comparator: AT_LEAST is `ck:AtLeast`."""
CHANGES: Final = {change: ck(change.name.title()) for change in Change}

# Who is who, and why
JOIN: Final = ck("Join")
JOINS: Final = ck("joins")
GROUND: Final = ck("ground")
SHARED: Final = ck("shared")
EARLIER_MENTION: Final = ck("earlierMention")
LATER_MENTION: Final = ck("laterMention")
JUDGEMENT: Final = ck("Judgement")
VERDICT: Final = ck("verdict")
CONCERNS: Final = ck("concerns")
REJECTED_FACT: Final = ck("rejectedFact")
BECAUSE: Final = ck("because")
JUDGED_BY: Final = ck("judgedBy")
CONFIRMED_BY: Final = ck("confirmedBy")
