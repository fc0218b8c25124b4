# ruff: noqa: N815  the names are the vocabulary's
"""The terms of the vocabulary for rdflib: `CK.Pledge` is the class, a misspelt name an error.

This imports rdflib; code that must start fast takes `camket.ontology.namespaces`.
"""

from rdflib.namespace import DefinedNamespace, Namespace
from rdflib.term import URIRef

from camket.ontology import namespaces


class CK(DefinedNamespace):
    """Every class, property and concept of `camket.ttl`, in its order."""

    _NS = Namespace(namespaces.CK)
    _fail = True

    # Bodies
    PartyBody: URIRef
    StateBody: URIRef
    PoliceBody: URIRef
    ArmyBody: URIRef
    Court: URIRef
    FrontBody: URIRef
    Association: URIRef
    ReligiousBody: URIRef
    Company: URIRef
    School: URIRef
    Hospital: URIRef
    Institute: URIRef
    MediaBody: URIRef
    InternationalBody: URIRef
    ForeignBody: URIRef
    Delegation: URIRef
    jurisdiction: URIRef

    # Places
    Province: URIRef
    CentralCity: URIRef
    Region: URIRef
    capitalOf: URIRef

    # Validity and change of bodies and places
    validFrom: URIRef
    validThrough: URIRef
    AreaChange: URIRef
    originalArea: URIRef
    resultingArea: URIRef
    effectiveOn: URIRef
    KindChange: URIRef
    originalKind: URIRef
    resultingKind: URIRef
    areaLevel: URIRef
    succeededBy: URIRef
    endedBy: URIRef

    # Who is who, and why; judgements of editors
    Join: URIRef
    Judgement: URIRef
    joins: URIRef
    ground: URIRef
    earlierMention: URIRef
    laterMention: URIRef
    verdict: URIRef
    concerns: URIRef
    confirmedBy: URIRef
    shared: URIRef
    rejectedFact: URIRef
    because: URIRef
    judgedBy: URIRef
    Grounds: URIRef
    JudgedSame: URIRef
    SameReference: URIRef
    SamePost: URIRef
    SucceedingPost: URIRef
    NearNameSamePost: URIRef
    SameBody: URIRef
    SameRank: URIRef
    SameRegion: URIRef
    SamePlace: URIRef
    SameName: URIRef
    OnlyBearer: URIRef
    Verdicts: URIRef
    Same: URIRef
    Different: URIRef
    Unsure: URIRef
    Rejected: URIRef
    Confirmed: URIRef

    # Groups, posts and ranks
    Group: URIRef
    post: URIRef
    former: URIRef
    attestedOn: URIRef
    impliesBody: URIRef
    RankHolding: URIRef
    holder: URIRef
    rank: URIRef

    # Posts in time
    singleHolder: URIRef
    headsBody: URIRef
    hasSeveral: URIRef
    namesPost: URIRef
    Tenure: URIRef
    restsOn: URIRef
    firstAttested: URIRef
    lastAttested: URIRef
    leftBy: URIRef
    precededBy: URIRef
    followedBy: URIRef
    TenureConflict: URIRef
    between: URIRef
    PostResolution: URIRef
    basis: URIRef

    # Events
    WorkingSession: URIRef
    Meeting: URIRef
    Conference: URIRef
    Ceremony: URIRef
    Visit: URIRef
    Reception: URIRef
    Inspection: URIRef
    Congress: URIRef
    Signing: URIRef
    PressConference: URIRef
    OtherGathering: URIRef
    chair: URIRef
    Occasion: URIRef
    reports: URIRef
    sharedParticipant: URIRef
    disagreesOn: URIRef

    # Statements
    Statement: URIRef
    speaker: URIRef
    onBehalfOf: URIRef
    speechAct: URIRef
    cue: URIRef
    madeAt: URIRef
    saidOn: URIRef

    # Undertakings
    Undertaking: URIRef
    Commitment: URIRef
    Pledge: URIRef
    Goal: URIRef
    Directive: URIRef
    Expectation: URIRef
    actor: URIRef
    promisor: URIRef
    beneficiary: URIRef
    statedBy: URIRef
    statedIn: URIRef
    condition: URIRef
    due: URIRef
    turn: URIRef
    formerDue: URIRef
    formerMeasure: URIRef
    Refusal: URIRef

    # Measures and observations
    Measure: URIRef
    measure: URIRef
    indicator: URIRef
    comparator: URIRef
    value: URIRef
    upperValue: URIRef
    unit: URIRef
    change: URIRef
    period: URIRef
    Observation: URIRef
    of: URIRef

    # Evidence
    evidence: URIRef
    context: URIRef
    rule: URIRef
    mention: URIRef

    # Dates to compare
    dateFrom: URIRef
    dateBy: URIRef

    # Life of an undertaking
    restates: URIRef
    revises: URIRef
    renews: URIRef
    refuses: URIRef
    fulfils: URIRef
    partlyFulfils: URIRef
    misses: URIRef
    StatusAssessment: URIRef
    outcome: URIRef
    doneOn: URIRef
    LifeStep: URIRef
    laterFact: URIRef
    earlierFact: URIRef
    relation: URIRef
    earlierDue: URIRef
    laterDue: URIRef
    reckoning: URIRef
    Reckoning: URIRef
    targetValue: URIRef
    targetUpperValue: URIRef
    reachedValue: URIRef
    difference: URIRef
    met: URIRef

    # Ledger and provenance
    Abstention: URIRef
    reason: URIRef
    software: URIRef
    pipeline: URIRef

    # Schemes of concepts; those of units, ranks and roles are filled by the reference data and by articles
    SpeechActs: URIRef
    Comparators: URIRef
    Changes: URIRef
    Reasons: URIRef
    Turns: URIRef
    Outcomes: URIRef
    Units: URIRef
    Ranks: URIRef
    Roles: URIRef
    BodyKinds: URIRef
    Bases: URIRef

    # Turns
    Again: URIRef
    Kept: URIRef
    Moved: URIRef
    Raised: URIRef
    Lowered: URIRef

    # Outcomes
    Done: URIRef
    Partly: URIRef
    NotDone: URIRef

    # Speech acts
    Asserting: URIRef
    Committing: URIRef
    Directing: URIRef
    Proposing: URIRef
    Hoping: URIRef
    Praising: URIRef
    Asking: URIRef
    Refusing: URIRef

    # Comparators
    Equal: URIRef
    AtLeast: URIRef
    MoreThan: URIRef
    AtMost: URIRef
    LessThan: URIRef
    About: URIRef
    Between: URIRef

    # Changes
    Level: URIRef
    Increase: URIRef
    Decrease: URIRef

    # Reasons for abstention
    NoActor: URIRef
    AmbiguousActor: URIRef
    NoSpeaker: URIRef
    NoContent: URIRef
    Hedged: URIRef
    Question: URIRef
    ReportedDone: URIRef
    Forecast: URIRef
    NotUnderstood: URIRef

    # Bases of a resolution
    SameArticle: URIRef
    AttestedAround: URIRef
    AttestedNear: URIRef

    # Grounds of the steps in the life of an undertaking
    SameContent: URIRef
    SameTarget: URIRef
    OtherDue: URIRef
    OtherValue: URIRef
    SaidAgain: URIRef
    Declined: URIRef
    FigureAgainstTarget: URIRef
    Reported: URIRef
