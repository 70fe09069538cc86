// Written by generate.mjs from docs/openapi.json; do not edit.

/** The SLO of a service, as the API publishes it and the audit log keeps it. */
export type ActiveSlo = {
  /** Its id, which stays the same however often its targets change. */
  readonly slo_id: string;
  /** The service. */
  readonly service_id: string;
  /** 1 when it was made, one more with each change. */
  readonly version: number;
  /** What it promises. */
  readonly targets: SloTargets;
  /** Where the targets come from. */
  readonly source: 'recommendation_accepted' | 'recommendation_modified' | 'manual';
  /** The recommendation of one SLI that was taken; null when the whole set was. */
  readonly recommendation_id: string | null;
  /** The set that was taken, whole or in part; null for targets that somebody brought. */
  readonly recommendation_set_id: string | null;
  /** The tier that was taken; null for targets that somebody brought. */
  readonly selected_tier: 'conservative' | 'balanced' | 'aggressive' | null;
  /** Since when these targets are in force. */
  readonly activated_at: string;
  /** Who decided on them. */
  readonly activated_by: string;
};

/** What the comparison with anchors came to. */
export type Anchors = {
  /** `compared`; `unavailable` when their store did not answer; `not_configured` without one. */
  readonly status: 'compared' | 'unavailable' | 'not_configured';
  /** Anchors compared with their chains. */
  readonly compared: number;
  /** Chains that have no anchor; new ones get theirs when anchors are set next. */
  readonly missing: number;
};

/** Asks for a new key. */
export type ApiKeyBody = {
  /** What it is for; 1 to 255 characters, required. */
  readonly name: string;
  /** `viewer`, `service_owner` or `sre_admin`; required. */
  readonly role: 'viewer' | 'service_owner' | 'sre_admin';
  /** The team whose services are its own; required for `service_owner`. */
  readonly team?: string | null;
  /** Days until it is refused, 1 to 3,650; never when missing. */
  readonly expires_in_days?: number | null;
  /** Requests a minute by operation, 1 to 10,000,000 each, `*` standing for all others. */
  readonly rate_limits?: Readonly<Record<string, number>> | null;
  readonly [further: string]: unknown;
};

/** A page of keys. */
export type ApiKeyPage = {
  /** The keys, oldest first. */
  readonly api_keys: ReadonlyArray<ApiKeySummary>;
  /** What to ask for next; null on the last page. */
  readonly next_cursor: string | null;
};

/** A stored key, without what could be used in its place. */
export type ApiKeySummary = {
  /** Its id. */
  readonly key_id: string;
  /** What it is for. */
  readonly name: string;
  /** Its public part, the 12 characters after `slo_`. */
  readonly prefix: string;
  /** The role of its holder: `viewer`, `service_owner` or `sre_admin`. */
  readonly role: 'viewer' | 'service_owner' | 'sre_admin';
  /** The team whose services are its own; null for none. */
  readonly team: string | null;
  /** Requests a minute by operation in place of the usual limits. */
  readonly rate_limits: Readonly<Record<string, number>>;
  /** Who asked for it. */
  readonly created_by: string;
  /** When. */
  readonly created_at: string;
  /** From when on it is refused; null for never. */
  readonly expires_at: string | null;
  /** Since when it is refused; null while it is not. */
  readonly revoked_at: string | null;
  /** When it was last checked, to the minute; null before its first use. */
  readonly last_used_at: string | null;
};

/** A change as it was understood. */
export type AppliedChange = {
  /** The kind of change. */
  readonly type: string;
  /** What it does, for people. */
  readonly effect: string;
};

/** What the attributions of features add up to. */
export type AttributionBasis = {
  /** The score that is explained. */
  readonly score: string;
  /** Its unit. */
  readonly unit: string;
  /** The score of what the service is compared with. */
  readonly base_value: number;
  /** The score of the service: base value + Σ phi. */
  readonly value: number;
  /** What it is compared with. */
  readonly background: string;
};

/** Where availability targets come from. */
export type AvailabilityExplanation = {
  /** In one or two sentences. */
  readonly summary: string;
  /** What each feature adds to the balanced level, the largest contribution first; empty where the method has no score. */
  readonly feature_attribution: ReadonlyArray<FeatureAttribution>;
  /** What the attributions add up to; null without any. */
  readonly attribution_basis: AttributionBasis | null;
  /** What would be recommended if things were different. */
  readonly counterfactuals: ReadonlyArray<Counterfactual>;
  /** What the dependencies allow. */
  readonly dependency_impact: DependencyImpact;
};

/** The availability targets of a service. */
export type AvailabilityRecommendation = {
  readonly sli_type: 'availability';
  /** The id of this recommendation. */
  readonly id: string;
  /** Always `error_rate`. */
  readonly metric: 'error_rate';
  /** The availability measured over the look-back window, in percent. */
  readonly achieved: number | null;
  /** How far the targets can be trusted. */
  readonly confidence: Confidence;
  /** One target a tier. */
  readonly tiers: AvailabilityTiers;
  /** Where the targets come from. */
  readonly explanation: AvailabilityExplanation;
};

/** An availability target. Availabilities are percentages. */
export type AvailabilityTier = {
  /** The target; null when none can be recommended, for the reasons in the notes. */
  readonly target: number | null;
  /** The level the history supports, before it is snapped to a usual target. */
  readonly raw_target: number;
  /** Minutes of outage allowed in a month of 43,800 minutes. */
  readonly error_budget_monthly_minutes: number | null;
  /** Minutes of outage allowed in a 28-day SLO window. */
  readonly error_budget_window_minutes: number | null;
  /** The chance that a window misses the target; for historical percentiles the share that did. */
  readonly estimated_breach_probability: number | null;
  /** The share of historical windows that missed the target. */
  readonly historical_breach_share: number | null;
  /** The number of those windows. */
  readonly historical_windows: number;
  /** The 95 % confidence interval of the raw target: lower end, upper end. */
  readonly confidence_interval: ReadonlyArray<number>;
  /** Whether the target is above what the hard dependencies allow. */
  readonly exceeds_composite_bound: boolean;
  /** What a reader must know about the target. */
  readonly notes: ReadonlyArray<string>;
};

/** A target for each tier. */
export type AvailabilityTiers = {
  /** Hardly ever missed. */
  readonly conservative: AvailabilityTier;
  /** The default proposal. */
  readonly balanced: AvailabilityTier;
  /** Ambitious. */
  readonly aggressive: AvailabilityTier;
};

/** All months together, divided into groups. */
export type BreachBreakdown = {
  /** How many groups there are. */
  readonly total: number;
  /** The hundred with the most judged windows, those first. */
  readonly groups: ReadonlyArray<GroupBreachFigures>;
};

/** What became of some objectives. Each counts once for each month: one SLO window. */
export type BreachFigures = {
  /** Windows that were judged. */
  readonly judged: number;
  /** Those of them that were breached. */
  readonly breached: number;
  /** The share that was breached; null without judged ones. */
  readonly realised_breach_rate: number | null;
  /** The Wilson interval of that share: lower end, upper end; null without judged ones. */
  readonly interval: ReadonlyArray<number> | null;
  /** How that compares with what was promised. */
  readonly promise: Promise;
  /** Windows that nothing is known of, by reason. */
  readonly not_judged: NotJudged;
  /** Latency objectives that the histograms do not measure, by reason. */
  readonly not_measurable: NotMeasurable;
};

/** What was promised of SLOs in force, and what came. Rates and probabilities are shares in [0, 1], targets percentages. */
export type BreachRate = {
  /** When the report was made. */
  readonly generated_at: string;
  /** The first month of it. */
  readonly first_month: string;
  /** The last one. */
  readonly last_month: string;
  /** The days that an SLO is judged over. */
  readonly window_days: number;
  /** The coverage of the intervals. */
  readonly confidence: number;
  /** The fewest windows with a promise that a verdict is given on. */
  readonly fewest_for_verdict: number;
  /** What a reader must know about the figures. */
  readonly note: string;
  /** Availability objectives. */
  readonly availability: BreachRateSection;
  /** Latency objectives. */
  readonly latency: BreachRateSection;
  /** Those that were breached. */
  readonly breached: BreachedPage;
};

/** The objectives of one kind. */
export type BreachRateSection = {
  /** All months together. */
  readonly total: BreachFigures;
  /** Each month, oldest first. */
  readonly months: ReadonlyArray<MonthBreachFigures>;
  /** By the tier whose target is in force; null where none is. */
  readonly by_tier: BreachBreakdown;
  /** By the method of the recommendation; null without one. */
  readonly by_method: BreachBreakdown;
  /** By where the target comes from. */
  readonly by_source: BreachBreakdown;
  /** By team; null where none is registered. */
  readonly by_team: BreachBreakdown;
  /** By the criticality of the service. */
  readonly by_criticality: BreachBreakdown;
};

/** An objective that was breached in one month. */
export type BreachedObjective = {
  /** The month. */
  readonly month: string;
  /** The service. */
  readonly service_id: string;
  /** Who runs it. */
  readonly team: string | null;
  /** How much depends on it. */
  readonly criticality: 'critical' | 'high' | 'medium' | 'low';
  /** `availability` or `latency`. */
  readonly sli_type: 'availability' | 'latency';
  /** The share of good requests promised, percent. */
  readonly target: number;
  /** The time that good requests take at most, milliseconds; null for availability. */
  readonly threshold_ms: number | null;
  /** The share of good requests, percent. */
  readonly achieved: number;
  /** The bad requests as a multiple of those allowed: above 1. */
  readonly error_budget_spent: number;
  /** Where the target comes from. */
  readonly source: string;
  /** The tier it was recommended as; null without one. */
  readonly tier: string | null;
  /** What was promised; null when nothing was. */
  readonly promised_breach_probability: number | null;
};

/** A page of the breached objectives. */
export type BreachedPage = {
  /** How many there are on all pages. */
  readonly total: number;
  /** By month, oldest first, and service. */
  readonly objectives: ReadonlyArray<BreachedObjective>;
  /** What to ask for next; null on the last page. */
  readonly next_cursor: string | null;
};

/** A place where an audit log is not as it was written. */
export type Break = {
  /** `slo_audit_log`, the log of targets, or `admin_audit_log`, the log of what is set up. */
  readonly log: string;
  /** The service; null for the log of what is set up, or when it is not registered any more. */
  readonly service_id: string | null;
  /** The chain's id in the database: the service's, or all zeros for the log of what is set up. */
  readonly chain_id: string;
  /** The number of the entry, or the first number that is missing. */
  readonly sequence: number;
  /** The entry; null where it is missing. */
  readonly audit_id: string | null;
  /** In which way it differs. */
  readonly kind: 'changed' | 'missing' | 'repeated' | 'unlinked' | 'head_mismatch' | 'anchor_mismatch';
  /** The same as a sentence. */
  readonly message: string;
};

/** A row of the error budget policy. */
export type BudgetBand = {
  /** Its name. */
  readonly state: 'normal' | 'caution' | 'freeze' | 'incident' | 'exhausted';
  /** The least remaining share of the budget, up to the row before; null for the last row, which takes the rest. */
  readonly remaining_from: number | null;
  /** Whether exactly that share belongs to it. */
  readonly includes_from: boolean;
  /** What is to be done. */
  readonly action: string;
};

/** Objectives by what is left of their error budgets. */
export type BudgetFigures = {
  /** All of them: a service has one for availability and one for each latency percentile that it promises. */
  readonly objectives: number;
  /** By state of the policy. */
  readonly states: BudgetStateCounts;
  /** By consumed share, the least first. */
  readonly consumption: ReadonlyArray<Consumption>;
  /** Those of which nothing is known. */
  readonly no_data: NoBudgetData;
};

/** The figures of one criticality. */
export type BudgetFiguresCriticalityFigures = {
  /** The criticality of the services. */
  readonly criticality: string;
  /** Their figures. */
  readonly figures: BudgetFigures;
};

/** A dashboard divided by team. */
export type BudgetFiguresTeamBreakdown = {
  /** How many teams there are; services without one count as one. */
  readonly total: number;
  /** The largest 500, those first. */
  readonly teams: ReadonlyArray<BudgetFiguresTeamFigures>;
};

/** The figures of one team. */
export type BudgetFiguresTeamFigures = {
  /** The team; null where none is registered. */
  readonly team: string | null;
  /** Its figures. */
  readonly figures: BudgetFigures;
};

/** Objectives by state of the error budget policy. */
export type BudgetStateCounts = {
  /** More than half of the budget is left. */
  readonly normal: number;
  /** A quarter to a half is left. */
  readonly caution: number;
  /** A tenth to a quarter is left. */
  readonly freeze: number;
  /** Less is left. */
  readonly incident: number;
  /** Nothing is left. */
  readonly exhausted: number;
};

/** What became of the services of a bulk run, as published. */
export type BulkCounts = {
  /** All of them. */
  readonly total: number;
  /** Those with new recommendations. */
  readonly done: number;
  /** Those whose recommendations were still valid. */
  readonly unchanged: number;
  /** Those that were given up. */
  readonly failed: number;
  /** Those of which nothing has become yet. */
  readonly remaining: number;
};

/** A service of a bulk run that was given up, as published. */
export type BulkFailure = {
  /** The service. */
  readonly service_id: string;
  /** What the last attempt ended with. */
  readonly code: string;
  /** The same for people. */
  readonly message: string;
  /** How often it was tried. */
  readonly attempts: number;
};

/** A bulk run as published. */
export type BulkRun = {
  /** Its id. */
  readonly run_id: string;
  /** How it stands. */
  readonly state: 'accepted' | 'running' | 'cancelling' | 'completed' | 'completed_with_failures' | 'cancelled' | 'failed';
  /** Which services it is about. */
  readonly scope: 'all' | 'team' | 'services';
  /** The team; null unless the scope is one. */
  readonly team: string | null;
  /** Days of history looked at. */
  readonly lookback_days: number;
  /** How targets are derived. */
  readonly method: 'historical_percentile' | 'predictive';
  /** Whether recommendations that are still valid are computed anew too. */
  readonly force: boolean;
  /** Who asked for it. */
  readonly requested_by: string;
  /** When. */
  readonly requested_at: string;
  /** When work began; null before that. */
  readonly started_at: string | null;
  /** When it ended; null while it is active. */
  readonly finished_at: string | null;
  /** How long it has taken since work began; null before that. */
  readonly duration_seconds: number | null;
  /** How much longer it will take if it goes on as before; null unless it is running and something is done. */
  readonly estimated_seconds_left: number | null;
  /** What became of its services. */
  readonly counts: BulkCounts;
  /** The share of services that nothing is to be done for any more. */
  readonly progress: number;
  /** A page of the services that were given up, in the order of the run. */
  readonly failures: ReadonlyArray<BulkFailure>;
  /** What to ask for next; null on the last page. */
  readonly next_cursor: string | null;
};

/** Asks for the recommendations of many services. */
export type BulkRunBody = {
  /** `all`, `team` or `services`; required. */
  readonly scope: 'all' | 'team' | 'services';
  /** The team; with the scope `team` only, and required there. */
  readonly team?: string | null;
  /** 1 to 100,000 services; with the scope `services` only, and required there. One that is named twice counts once. */
  readonly service_ids?: ReadonlyArray<string> | null;
  /** Days of history to look at, 7 to 365; 30 when missing. */
  readonly lookback_days?: number | null;
  /** How targets are derived; `predictive` when missing. */
  readonly method?: 'predictive' | 'historical_percentile' | null;
  /** Whether recommendations that are still valid are computed anew too; true when missing. */
  readonly force?: boolean | null;
  readonly [further: string]: unknown;
};

/** How fast an error budget was spent over some time. */
export type BurnRate = {
  /** `1h`, `6h`, `1d` or `3d`. */
  readonly window: '1h' | '6h' | '1d' | '3d';
  /** 1 spends the budget exactly over the SLO window; null without requests that were measured. */
  readonly burn_rate: number | null;
  /** Above it somebody is woken up, and nothing is to be deployed; null where nobody is. */
  readonly page_factor: number | null;
  /** `live` from the metric store, or `stored` from the hours counted. */
  readonly source: 'live' | 'stored';
  /** Where the time ends; null when nothing was ever measured. */
  readonly measured_until: string | null;
};

/** A lasting change within the look-back window. */
export type Change = {
  /** What changed: `typical_latency`, `tail_latency`, `background_errors` or `traffic`. */
  readonly quantity: 'typical_latency' | 'tail_latency' | 'background_errors' | 'traffic';
  /** How: `step` or `ramp`. */
  readonly shape: 'step' | 'ramp';
  /** About when it began, UTC: to within a day or two for a step, the first day for a ramp. */
  readonly since: string;
  /** The level after ÷ before a step, or at the end ÷ at the start of a ramp. */
  readonly ratio: number;
};

/** One change of a what-if question as it arrives; which properties count depends on the type. */
export type ChangeBody = {
  /** The kind of change. */
  readonly type: 'improve' | 'degrade' | 'add_service' | 'add_dependency' | 'remove_dependency' | 'make_redundant';
  /** The service to improve, degrade or add. */
  readonly service_id?: string | null;
  /** Its own availability with perfect dependencies, a percentage. */
  readonly availability?: number | null;
  /** Instead of the availability, by how many nines it gets better or worse; above 0. */
  readonly delta_nines?: number | null;
  /** The caller of the dependency. */
  readonly source?: string | null;
  /** The service called. */
  readonly target?: string | null;
  /** What its failure does to the caller; `hard` when missing. */
  readonly criticality?: 'hard' | 'soft' | 'degraded' | null;
  /** Whether the caller waits; `sync` when missing. */
  readonly mode?: 'sync' | 'async' | null;
  /** The services of which one is to be enough for the source. */
  readonly members?: ReadonlyArray<string> | null;
  /** The group of alternatives of the source that the members join; a new one when missing. */
  readonly group?: string | null;
  readonly [further: string]: unknown;
};

/** That a service has shown less than 30 days of itself. */
export type ColdStart = {
  /** The days since its first measured hour. */
  readonly days_of_data: number;
  /** What kind of service it is taken for. */
  readonly archetype: string;
  /** The availability usual for its kind, in percent; no target is above it yet. */
  readonly baseline_availability: number;
  /** The p99 latency usual for its kind, milliseconds; null where latency is not what matters. */
  readonly baseline_p99_ms: number | null;
  /** When 30 days of data exist and the recommendation is computed anew; null when nothing was measured yet. */
  readonly reevaluate_at: string | null;
};

/** How far a recommendation can be trusted. */
export type Confidence = {
  /** In [0, 1]. */
  readonly score: number;
  /** Whether decisions should not rest on it alone: at 0.5 or below. */
  readonly is_low: boolean;
  /** What lowers it, the heaviest first. */
  readonly reasons: ReadonlyArray<ConfidenceReason>;
};

/** Why a recommendation is trusted less. */
export type ConfidenceReason = {
  /** The reason. */
  readonly reason: string;
  /** The share of the confidence that it takes, in [0, 1]. */
  readonly loss: number;
  /** The same for people. */
  readonly text: string;
};

/** Two sources that contradict each other about a dependency. */
export type ConflictSummary = {
  /** The caller. */
  readonly source: string;
  /** The service called. */
  readonly target: string;
  /** What they disagree about. */
  readonly attribute: 'communication_mode' | 'criticality' | 'protocol' | 'timeout_ms' | 'retry_config' | 'redundancy_group';
  /** The source that counts, and what it says. */
  readonly effective: ConflictSummaryStatement;
  /** The source that does not, and what it says. */
  readonly overruled: ConflictSummaryStatement;
};

/** What one source says. */
export type ConflictSummaryStatement = {
  /** The source. */
  readonly discovery_source: 'manual' | 'service_mesh' | 'otel_service_graph' | 'kubernetes';
  /** The value as text. */
  readonly value: string;
};

/** Objectives that have consumed about as much of their error budgets. */
export type Consumption = {
  /** The consumed share that it begins at. */
  readonly from: number;
  /** The one that it ends at; null for everything above 1. */
  readonly to: number | null;
  /** How many there are. */
  readonly objectives: number;
};

/** What would be recommended if one thing were different; each is a run of the same computation. */
export type Counterfactual = {
  /** What is changed: a feature, or a service that is depended on. */
  readonly feature: string;
  /** How: `one_nine_better`, `one_nine_worse`, `half`, `double`, `none` for doing away with it, or `next_target` for the smallest change that reaches the next target. */
  readonly change: string;
  /** The value as it is. */
  readonly from: number;
  /** The value it is changed to; null when no value reaches the next target. */
  readonly to: number | null;
  /** The unit of both. */
  readonly unit: string;
  /** The balanced target as it is, in the unit of the recommendation: percent or milliseconds. */
  readonly target_before: number | null;
  /** The balanced target after the change; null when none could be recommended, or none is reached. */
  readonly target: number | null;
  /** The change for people. */
  readonly condition: string;
  /** What follows, for people. */
  readonly result: string;
};

/** How far services are covered with SLOs, recommendations and telemetry. Coverages are shares in [0, 1]. */
export type Coverage = {
  /** When it was computed; null while that has not succeeded once. */
  readonly as_of: string | null;
  /** The end of the last hour of telemetry in it; null without any. */
  readonly through: string | null;
  /** All services that are asked for. */
  readonly totals: CoverageFigures;
  /** By team. */
  readonly by_team: CoverageFiguresTeamBreakdown;
  /** By criticality. */
  readonly by_criticality: ReadonlyArray<CoverageFiguresCriticalityFigures>;
};

/** How many registered internal services have what they should have. */
export type CoverageFigures = {
  /** Registered internal services. */
  readonly services: number;
  /** Services that are known from dependencies only; no other count includes them. */
  readonly discovered: number;
  /** Services with an SLO in force. */
  readonly with_slo: number;
  /** The share of them; null without services. */
  readonly slo_coverage: number | null;
  /** Services with an availability objective. */
  readonly with_availability_slo: number;
  /** Services with a latency objective. */
  readonly with_latency_slo: number;
  /** Services with both. */
  readonly with_both_slos: number;
  /** The SLOs by where they come from. */
  readonly by_source: SourceCounts;
  /** Services with a valid recommendation. */
  readonly with_recommendation: number;
  /** The share of them; null without services. */
  readonly recommendation_coverage: number | null;
  /** Valid recommendations of one SLI that nobody has decided about. */
  readonly undecided_recommendations: number;
  /** Services that were measured within the last 28 days of telemetry. */
  readonly with_telemetry: number;
  /** The share of them; null without services. */
  readonly telemetry_coverage: number | null;
};

/** The figures of one criticality. */
export type CoverageFiguresCriticalityFigures = {
  /** The criticality of the services. */
  readonly criticality: string;
  /** Their figures. */
  readonly figures: CoverageFigures;
};

/** A dashboard divided by team. */
export type CoverageFiguresTeamBreakdown = {
  /** How many teams there are; services without one count as one. */
  readonly total: number;
  /** The largest 500, those first. */
  readonly teams: ReadonlyArray<CoverageFiguresTeamFigures>;
};

/** The figures of one team. */
export type CoverageFiguresTeamFigures = {
  /** The team; null where none is registered. */
  readonly team: string | null;
  /** Its figures. */
  readonly figures: CoverageFigures;
};

/** What somebody says who acknowledges or resolves a circular dependency. */
export type CycleActionBody = {
  /** At most 4,000 characters. */
  readonly notes?: string | null;
  readonly [further: string]: unknown;
};

/** A page of circular dependencies. */
export type CyclePage = {
  /** The cycles, by id. */
  readonly circular_dependencies: ReadonlyArray<CycleSummary>;
  /** What to ask for next; null on the last page. */
  readonly next_cursor: string | null;
};

/** A circular dependency. */
export type CycleSummary = {
  /** Its id. */
  readonly id: string;
  /** A way round that exists; it ends where it begins. */
  readonly cycle_path: ReadonlyArray<string>;
  /** All services that need each other, by id. */
  readonly services: ReadonlyArray<string>;
  /** `open`, `acknowledged` or `resolved`. */
  readonly status: 'open' | 'acknowledged' | 'resolved';
  /** Whether it is in the present graph. */
  readonly is_present: boolean;
  /** When it was found. */
  readonly detected_at: string;
  /** Who took note of it. */
  readonly acknowledged_by: string | null;
  /** When. */
  readonly acknowledged_at: string | null;
  /** Who resolved it; null when it went by itself. */
  readonly resolved_by: string | null;
  /** When. */
  readonly resolved_at: string | null;
  /** What was said to that. */
  readonly resolution_notes: string | null;
};

/** How well the look-back window is covered by measurements. */
export type DataQuality = {
  /** Measured hours ÷ hours of the window, in [0, 1]. */
  readonly data_completeness: number;
  /** Hours with a measurement. */
  readonly hours_measured: number;
  /** Hours with at least one request. */
  readonly hours_with_traffic: number;
  /** Missing stretches, oldest first. */
  readonly telemetry_gaps: ReadonlyArray<Gap>;
  /** The same for people. */
  readonly confidence_note: string;
  /** What was wrong with the telemetry and has been left out, that there is little of it, and what changed, a sentence each. */
  readonly notes: ReadonlyArray<string>;
  /** Lasting changes within the window, after which the service is not the one that most of it tells of. */
  readonly changes: ReadonlyArray<Change>;
};

/** A decision about the SLO of a service as it arrives; unknown properties are ignored. */
export type DecisionBody = {
  /** The recommendation of one SLI, or the set for all its recommendations that are still open. */
  readonly recommendation_id?: string | null;
  /** What to do. */
  readonly action: 'accept' | 'modify' | 'reject' | 'manual';
  /** The tier to accept, or to start from; `balanced` when missing from a modification. */
  readonly selected_tier?: 'conservative' | 'balanced' | 'aggressive' | null;
  /** What is to be different from the tier's targets; for `modify` only. */
  readonly modifications?: ModificationsBody | null;
  /** Targets of one's own; for `manual` only. */
  readonly targets?: TargetsBody | null;
  /** Why. */
  readonly rationale?: string | null;
  /** Who decides, if the client wants it checked: it must be whose token it is. */
  readonly actor?: string | null;
  readonly [further: string]: unknown;
};

/** Decisions about recommendations; a set that was decided whole is one. */
export type DecisionFigures = {
  /** Taken as they were. */
  readonly accepted: number;
  /** Taken with changes. */
  readonly modified: number;
  /** Taken by a rule. */
  readonly auto_approved: number;
  /** Refused. */
  readonly rejected: number;
  /** Nobody decided in time. */
  readonly expired: number;
  /** All but the expired ones. */
  readonly decided: number;
  /** The share of the decided ones that were taken; null without any. */
  readonly acceptance_rate: number | null;
};

/** What one service adds to the unavailability of another. */
export type DependencyContribution = {
  /** The service. */
  readonly service_id: string;
  /** What its availability rests on: `observed`, `published_sla`, `slo_target` or `assumed_perfect`. */
  readonly basis: string;
  /** Its own availability with perfect dependencies, a percentage. */
  readonly availability_used: number;
  /** What it matters whether it works: the bound with it perfect, less that with it down, in [0, 1]. */
  readonly birnbaum_importance: number;
  /** The share of the unavailability that making it perfect would save, in [0, 1]. */
  readonly share_of_unavailability: number;
};

/** How a server that we depend on is doing. */
export type DependencyHealth = {
  /** Its name. */
  readonly name: string;
  /** `up` or `down`. */
  readonly status: 'up' | 'down';
  /** Whether nothing works without it. */
  readonly required: boolean;
  /** Why it counts as down, or that it is up without being used; null when it is simply up. */
  readonly detail: string | null;
  /** Since when this instance has seen it so; null when it has not looked before. */
  readonly since: string | null;
  /** Why it last counted as down; null when this instance has never seen it so. */
  readonly last_error: string | null;
  /** Whether requests reach it: `closed` when they do, `open`, `half_open`; null where nothing keeps them from it. */
  readonly breaker: string | null;
};

/** What the dependencies of a service allow. Availabilities are percentages, shares are ratios. Lists show their first entries; the totals beside them count all. */
export type DependencyImpact = {
  /** What the service kept, its dependencies' failures included. */
  readonly achieved: number | null;
  /** What that rests on: `observed`, or what stands in for telemetry. Null only in documents of earlier versions. */
  readonly basis: string | null;
  /** What the service would keep with perfect dependencies. */
  readonly self_availability: number | null;
  /** What it would keep if only its dependencies failed. */
  readonly dependency_ceiling: number;
  /** Self availability × dependency ceiling; services in a cycle are as available as the weakest of them. */
  readonly composite_availability_bound: number;
  /** How the bound was found: `exact` or `monte_carlo`. */
  readonly method: string;
  /** The 95 % interval of the bound: lower end, upper end; twice the bound when it is exact. */
  readonly composite_interval: ReadonlyArray<number>;
  /** The bound if a cycle works only while all of its services do; null without a cycle. */
  readonly all_up: number | null;
  /** What the bound can be if services need not fail independently: lower end, upper end. */
  readonly frechet_interval: ReadonlyArray<number>;
  /** The bound if direct dependencies that have an SLO do no better than it says. */
  readonly committed_bound: number;
  /** Whether the service does better than its dependencies allow: some are softer than declared. */
  readonly dependencies_masked: boolean;
  /** The share of its dependencies' failures that then still reaches callers; null when nothing is hidden. */
  readonly masking_factor: number | null;
  /** Distinct services it transitively needs or has as alternatives. */
  readonly hard_dependencies: number;
  /** Hops of the longest chain below it, cycles counted as one service. */
  readonly longest_chain: number;
  /** The dependency that costs the most availability. */
  readonly bottleneck_service: string | null;
  /** The same with figures, for people. */
  readonly bottleneck_contribution: string | null;
  /** What each service that matters adds to the unavailability, the service itself included; largest share first. */
  readonly contributions: ReadonlyArray<DependencyContribution>;
  /** How many services matter. */
  readonly contributions_total: number;
  /** Other services without which it does not work, by id. */
  readonly single_points_of_failure: ReadonlyArray<string>;
  /** How many there are. */
  readonly single_points_of_failure_total: number;
  /** Alternatives of which one is enough. */
  readonly redundancy_groups: ReadonlyArray<RedundancyGroup>;
  /** How many groups of them there are. */
  readonly redundancy_groups_total: number;
  /** Services that need each other and count as one. */
  readonly circular_dependencies: ReadonlyArray<Supernode>;
  /** How many cycles there are. */
  readonly circular_dependencies_total: number;
  /** The target whose error budget is consumed; null when there is none. */
  readonly error_budget_target: number | null;
  /** Where it comes from: `active_slo` or `balanced_tier`. */
  readonly error_budget_target_source: string | null;
  /** Services of other providers that it needs or has as alternatives; largest consumption first. */
  readonly external_dependencies: ReadonlyArray<ExternalDependency>;
  /** How many there are. */
  readonly external_dependencies_total: number;
  /** Dependencies that count in no figure here, but are a risk; the service's own first. */
  readonly soft_dependencies: ReadonlyArray<SoftDependency>;
  /** How many there are. */
  readonly soft_dependencies_total: number;
  /** Dependencies of which nothing is known, taken as perfect, by id. */
  readonly unmeasured_dependencies: ReadonlyArray<string>;
  /** How many there are. */
  readonly unmeasured_dependencies_total: number;
  /** What a reader must know about these figures. */
  readonly notes: ReadonlyArray<string>;
};

/** Whether services may be deployed. */
export type DeployGate = {
  /** The gravest of the services' decisions: `allow`, `caution` or `deny`. */
  readonly decision: 'allow' | 'caution' | 'deny';
  /** Whether an emergency fix was asked about. */
  readonly emergency: boolean;
  /** The end of the last hour counted, up to which the decision looks; null before the first. */
  readonly measured_until: string | null;
  /** Whether that is long past. */
  readonly stale: boolean;
  /** The services in the order in which they were asked about. */
  readonly services: ReadonlyArray<GatedService>;
};

/** What is to be deployed. */
export type DeployGateBody = {
  /** 1 to 100 different service ids; required. */
  readonly services: ReadonlyArray<string>;
  /** Whether it is an emergency fix; it is not when missing. */
  readonly emergency?: boolean | null;
  /** Why it is one, 1 to 1,000 characters; required for an emergency fix. */
  readonly reason?: string | null;
  readonly [further: string]: unknown;
};

/** What stands between the service and a target that somebody wishes for. Availabilities are percentages. */
export type DesiredTarget = {
  /** The target. */
  readonly target: number;
  /** Whether the dependencies allow it, though the service itself may have to improve; null when there are no figures to judge by. */
  readonly achievable: boolean | null;
  /** What dependencies and service allow as they are. */
  readonly composite_availability_bound: number | null;
  /** What the dependencies allow a perfect service. */
  readonly dependency_ceiling: number | null;
  /** Other services without which it does not work. */
  readonly critical_dependencies: number | null;
  /** What each of them must reach so that all cost a small part of the error budget: one nine more. */
  readonly ten_x_rule: number;
  /** The unavailability that each of them may have if all have the same, in percentage points; null without any, or where the service itself fails too often already. */
  readonly equal_share_per_dependency: number | null;
  /** What is wrong with the target; empty when nothing is. */
  readonly warnings: ReadonlyArray<Warning>;
};

/** What one detector found, as it is published. */
export type Detector = {
  /** Which detector. */
  readonly detector: 'page_hinkley' | 'adwin' | 'kolmogorov_smirnov';
  /** Whether it tells a change now. */
  readonly detected: boolean;
  /** What it compared with its threshold. */
  readonly statistic: number;
  /** The threshold. */
  readonly threshold: number;
  /** When it last told a change within the points looked at; null when it told none. */
  readonly last_detection: string | null;
};

/** How often the declared graph and the observed one differ. */
export type DivergenceCounts = {
  /** Dependencies that are stated but were not seen. */
  readonly declared_not_observed: number;
  /** Dependencies that were seen but are not stated. */
  readonly observed_not_declared: number;
  /** Attributes that are stated otherwise than seen. */
  readonly attribute_differences: number;
};

/** A page of the differences between the declared graph and the observed one. */
export type DivergencePage = {
  /** All differences, on whichever page. */
  readonly totals: DivergenceCounts;
  /** Those of this page, by caller, callee and attribute. */
  readonly divergences: ReadonlyArray<DivergenceSummary>;
  /** What to ask for next; null on the last page. */
  readonly next_cursor: string | null;
};

/** A difference between the declared graph and the observed one. */
export type DivergenceSummary = {
  /** `declared_not_observed`, `observed_not_declared` or `attribute_difference`. */
  readonly kind: 'declared_not_observed' | 'observed_not_declared' | 'attribute_difference';
  /** The caller. */
  readonly source: string;
  /** The service called. */
  readonly target: string;
  /** Who reports the dependency. */
  readonly discovery_sources: ReadonlyArray<'manual' | 'service_mesh' | 'otel_service_graph' | 'kubernetes'>;
  /** For a difference of attributes: which one. */
  readonly attribute: 'communication_mode' | 'criticality' | 'protocol' | 'timeout_ms' | 'retry_config' | 'redundancy_group' | null;
  /** What is declared of it. */
  readonly declared: string | null;
  /** What is observed. */
  readonly observed: string | null;
};

/** What a series is held against, as it is published. */
export type DriftBaseline = {
  /** When the first of its points was measured. */
  readonly learnt_from: string;
  /** The end of the last of them. */
  readonly learnt_to: string;
  /** How many points it was learnt from. */
  readonly points: number;
  /** Whether its level is that of a few minutes after a drift, until there is enough to learn it anew. */
  readonly provisional: boolean;
  /** The onset of that drift; null without one. */
  readonly shifted_since: string | null;
};

/** The level of a series since its last change, as it is published. */
export type DriftChange = {
  /** Which way it moved. */
  readonly direction: 'up' | 'down';
  /** By how much, in percent of the usual value; null when that is zero. */
  readonly change_percent: number | null;
  /** What was expected: milliseconds of latency, or a share of requests. */
  readonly usual: number;
  /** What was measured instead, in the same unit. */
  readonly level: number;
  /** When it began, by estimate. */
  readonly onset: string;
  /** For how long it had lasted. */
  readonly lasted_minutes: number;
  /** How fast the error budget is spent since then, 1 being just sustainable; null for latency. */
  readonly burn_rate: number | null;
};

/** The attributes of a dependency as submitted. */
export type EdgeAttributesBody = {
  /** What others say when missing, `sync` if nobody says. */
  readonly communication_mode?: 'sync' | 'async' | null;
  /** What others say when missing, `hard` if nobody says. */
  readonly criticality?: 'hard' | 'soft' | 'degraded' | null;
  /** At most 50 characters. */
  readonly protocol?: string | null;
  /** 0 or more. */
  readonly timeout_ms?: number | null;
  /** An object. */
  readonly retry_config?: Readonly<Record<string, unknown>> | null;
  /** Of the targets that a caller names with the same group, one is enough; at most 255 characters. */
  readonly redundancy_group?: string | null;
  /** Calls counted; 0 or more. */
  readonly call_count?: number | null;
  readonly [further: string]: unknown;
};

/** A dependency as submitted. */
export type EdgeBody = {
  /** The caller's id. */
  readonly source: string;
  /** The id of the service called. */
  readonly target: string;
  /** How it is called; all optional. */
  readonly attributes?: EdgeAttributesBody | null;
  readonly [further: string]: unknown;
};

/** A dependency as the API shows it: each attribute as the most trusted source says it that speaks of it. */
export type EdgeSummary = {
  /** The caller. */
  readonly source: string;
  /** The service called. */
  readonly target: string;
  /** How it is called. */
  readonly attributes: EdgeSummaryHow;
  /** The most trusted source that reports it. */
  readonly discovery_source: 'manual' | 'service_mesh' | 'otel_service_graph' | 'kubernetes';
  /** How sure it is that the dependency exists, in [0, 1]: by its source, its share of the caller's calls and its age. */
  readonly confidence_score: number;
  /** When that source saw it last. */
  readonly last_observed_at: string;
  /** Whether that source has not seen it for long. */
  readonly is_stale: boolean;
};

/** How a service is called. */
export type EdgeSummaryHow = {
  /** `sync` or `async`. */
  readonly communication_mode: 'sync' | 'async';
  /** `hard`, `soft` or `degraded`. */
  readonly criticality: 'hard' | 'soft' | 'degraded';
  /** For example `grpc`. */
  readonly protocol: string | null;
  /** The caller's timeout in milliseconds. */
  readonly timeout_ms: number | null;
  /** The caller's retry policy. */
  readonly retry_config: Readonly<Record<string, unknown>> | null;
  /** Of the targets that the caller names with the same group, one is enough. */
  readonly redundancy_group: string | null;
};

/** The error budgets of a service. */
export type ErrorBudget = {
  /** The service. */
  readonly service_id: string;
  /** Who runs it; null when nobody is registered. */
  readonly team: string | null;
  /** The SLO in force. */
  readonly slo_id: string;
  /** Its version. */
  readonly slo_version: number;
  /** Since when it is in force; requests before count too, because the window rolls. */
  readonly activated_at: string;
  /** The length of the SLO window. */
  readonly window_days: number;
  /** Where the window ends: the end of the last hour counted; null before the first. */
  readonly measured_until: string | null;
  /** Whether that is long past, so that the budget may be another one by now. */
  readonly stale: boolean;
  /** Whether requests that fell into planned maintenance are still counted, because they are not measured yet. */
  readonly maintenance_pending: boolean;
  /** The gravest state of the objectives of which something is known; null when nothing is. */
  readonly state: 'normal' | 'caution' | 'freeze' | 'incident' | 'exhausted' | null;
  /** What the policy asks for in that state; null when nothing is known. */
  readonly action: string | null;
  /** What the deploy gate would say: `allow`, `caution` or `deny`. */
  readonly deploy_decision: 'allow' | 'caution' | 'deny';
  /** Whether that is anything but `deny`. */
  readonly deploy_allowed: boolean;
  /** Why. */
  readonly deploy_reasons: ReadonlyArray<GateReason>;
  /** The thresholds of the policy: the team's own, or those of the handbook. */
  readonly thresholds: PolicyThresholds;
  /** The objectives, availability before latency. */
  readonly objectives: ReadonlyArray<ObjectiveBudget>;
};

/** What is left of the error budgets of all objectives in force. Shares are of a budget; targets are percentages. */
export type ErrorBudgetHealth = {
  /** When it was computed; null while that has not succeeded once. */
  readonly as_of: string | null;
  /** The end of the last hour of telemetry in it; null without any. */
  readonly through: string | null;
  /** The days before that which budgets are of. */
  readonly window_days: number;
  /** What is to be done at which remaining share, the largest first. */
  readonly policy: ReadonlyArray<BudgetBand>;
  /** All objectives that are asked for. */
  readonly totals: BudgetFigures;
  /** By team. */
  readonly by_team: BudgetFiguresTeamBreakdown;
  /** By criticality. */
  readonly by_criticality: ReadonlyArray<BudgetFiguresCriticalityFigures>;
  /** The 20 services with the least left, each with its worst objective, the least first. */
  readonly worst: ReadonlyArray<ServiceBudget>;
};

/** A team's error budget policy. */
export type ErrorBudgetPolicy = {
  /** The team. */
  readonly team: string;
  /** Whether the team has none of its own, so that the handbook's holds. */
  readonly is_default: boolean;
  /** 0 before the first change, one more with each. */
  readonly version: number;
  /** The remaining share above which all is normal. */
  readonly caution: number;
  /** The remaining share below which only emergency fixes are deployed. */
  readonly freeze: number;
  /** The remaining share below which everybody works on reliability as in an incident. */
  readonly incident: number;
  /** When it was last changed; null before the first time. */
  readonly updated_at: string | null;
};

/** The remaining shares at which a team's policy is to change its state: 0 < incident < freeze < caution < 1. */
export type ErrorBudgetPolicyBody = {
  /** Above it all is normal; required. */
  readonly caution: number;
  /** Below it only emergency fixes are deployed; required. */
  readonly freeze: number;
  /** Below it everybody works on reliability as in an incident; required. */
  readonly incident: number;
  readonly [further: string]: unknown;
};

/** A service of another provider. */
export type ExternalDependency = {
  /** The service. */
  readonly service_id: string;
  /** Its availability, a percentage; null when nothing is known of it, so that it counts as perfect. */
  readonly availability_used: number | null;
  /** What that rests on: `observed`; else `published_sla`, the provider's promise less 0.10 percentage points; else `slo_target` or `assumed_perfect`. */
  readonly basis: string;
  /** Whether the service asked about works without it, because something stands in. */
  readonly has_alternative: boolean;
  /** (1 − availability) ÷ (1 − target) of the error budget, times the Birnbaum importance where something stands in; 1 is all of it. Null when the availability or the target is unknown. */
  readonly error_budget_consumption: number | null;
  /** Whether that is more than 30 %. */
  readonly high_dependency_risk: boolean;
};

/** The cheapest way to a target. Availabilities are percentages. */
export type Feasibility = {
  /** The id of this analysis. */
  readonly analysis_id: string;
  /** The service. */
  readonly service_id: string;
  /** The availability it should have. */
  readonly desired_target: number;
  /** The time that the availabilities rest on. */
  readonly window: Window;
  /** Whether it can be reached. */
  readonly feasible: boolean;
  /** Whether it is reached at present. */
  readonly already_met: boolean;
  /** The availability at present. */
  readonly current_composite_availability: number;
  /** After the improvements; the most that can be approached where the target cannot be reached. */
  readonly resulting_composite_availability: number;
  /** `exact` or `monte_carlo`. */
  readonly method: 'exact' | 'monte_carlo';
  /** What to improve, largest cost first; empty when the target is met already, or cannot be. */
  readonly improvements: ReadonlyArray<Improvement>;
  /** The sum of their costs. */
  readonly total_cost: number;
  /** No plan costs less, whatever is found for alternatives. */
  readonly cost_at_least: number;
  /** Whether a cheaper plan can exist. */
  readonly optimality: string;
  /** The steps in which alternatives were improved; null when none could be. */
  readonly ladder_step_nines: number | null;
  /** What stands between the service and the target at present. */
  readonly warnings: ReadonlyArray<Warning>;
};

/** A question for the cheapest way to a target as it arrives; unknown properties are ignored. */
export type FeasibilityBody = {
  /** The service. */
  readonly service_id: string;
  /** The availability it should have, a percentage. */
  readonly desired_target: number;
  /** What one nine more costs of each service, above 0; 1 for services that are not named. */
  readonly weights?: Readonly<Record<string, number>> | null;
  /** The services that cannot be improved. */
  readonly fixed?: ReadonlyArray<string> | null;
  /** Whether the service itself can be improved; true when missing. */
  readonly include_self?: boolean | null;
  readonly [further: string]: unknown;
};

/** What one feature adds to a score. */
export type FeatureAttribution = {
  /** The feature. */
  readonly feature: string;
  /** Its value for the service. */
  readonly value: number;
  /** The value it is compared with. */
  readonly background: number;
  /** The unit of both. */
  readonly unit: string;
  /** Its exact Shapley value, in the unit of the score; negative where it lowers the score. */
  readonly phi: number;
  /** |phi| ÷ Σ|phi|, in [0, 1]. */
  readonly contribution: number;
};

/** One rule that one field of a request breaks. */
export type FieldError = {
  /** The path of the field as the caller wrote it, for example `edges[3].attributes.timeout_ms`. */
  readonly field: string;
  /** What is expected there, as a sentence. */
  readonly message: string;
};

/** A stretch without measurements. */
export type Gap = {
  /** The first missing hour, UTC. */
  readonly start: string;
  /** When measurements resume, UTC. */
  readonly end: string;
  /** The number of missing hours. */
  readonly hours: number;
};

/** One thing that a decision about a deployment rests on. */
export type GateReason = {
  /** Its name. */
  readonly code: 'budget_left' | 'budget_caution' | 'budget_freeze' | 'budget_incident' | 'budget_exhausted' | 'fast_burn' | 'no_slo' | 'no_telemetry' | 'no_traffic' | 'unmeasurable' | 'stale_data' | 'emergency_fix';
  /** What it alone would lead to: `allow`, `caution` or `deny`. */
  readonly decision: 'allow' | 'caution' | 'deny';
  /** What it is, as a sentence. */
  readonly message: string;
};

/** Whether a service may be deployed. */
export type GatedService = {
  /** The service. */
  readonly service_id: string;
  /** `allow`, `caution` or `deny`. */
  readonly decision: 'allow' | 'caution' | 'deny';
  /** The gravest state of its objectives' budgets; null when nothing is known of them. */
  readonly state: 'normal' | 'caution' | 'freeze' | 'incident' | 'exhausted' | null;
  /** The least share that is left of one of its budgets; null when nothing is known of them. */
  readonly remaining_share: number | null;
  /** Why, the gravest first. */
  readonly reasons: ReadonlyArray<GateReason>;
};

/** A graph submission as it arrives: nothing is checked yet, unknown properties are ignored. */
export type GraphBody = {
  /** A discovery source. */
  readonly source: 'manual' | 'service_mesh' | 'otel_service_graph' | 'kubernetes';
  /** When the source saw the graph, ISO 8601; now when missing. */
  readonly timestamp?: string | null;
  /** The services described. */
  readonly nodes?: ReadonlyArray<NodeBody> | null;
  /** The dependencies. */
  readonly edges?: ReadonlyArray<EdgeBody> | null;
  readonly [further: string]: unknown;
};

/** One group. */
export type GroupBreachFigures = {
  /** Its name; null for those without. */
  readonly name: string | null;
  /** The figures. */
  readonly figures: BreachFigures;
};

/** A page of what was done about the targets of a service. */
export type History = {
  /** The service. */
  readonly service_id: string;
  /** The entries, the newest first. */
  readonly entries: ReadonlyArray<HistoryEntry>;
  /** What to ask for next; null on the last page. */
  readonly next_cursor: string | null;
};

/** One entry of a service's history. */
export type HistoryEntry = {
  /** Its id. */
  readonly audit_id: string;
  /** Its number in the service's chain; the first is 1. */
  readonly sequence: number;
  /** What was done. */
  readonly action: 'accept' | 'modify' | 'reject' | 'manual' | 'auto_approve' | 'expire' | 'drift_triggered';
  /** Who did it. */
  readonly actor: string;
  /** The recommendation of one SLI that it is about; null unless exactly one is. */
  readonly recommendation_id: string | null;
  /** The set of recommendations that it is about; null without one. */
  readonly recommendation_set_id: string | null;
  /** The SLO before; null without one. */
  readonly previous_slo: Readonly<Record<string, unknown>> | null;
  /** The SLO after; null where the action made none. */
  readonly new_slo: Readonly<Record<string, unknown>> | null;
  /** The tier chosen; null without one. */
  readonly selected_tier: 'conservative' | 'balanced' | 'aggressive' | null;
  /** Why, in the actor's words. */
  readonly rationale: string | null;
  /** What differs from the recommendation. */
  readonly modification_delta: Readonly<Record<string, unknown>> | null;
  /** What else belongs to it: the warnings given, the rule that fired. */
  readonly details: Readonly<Record<string, unknown>> | null;
  /** When it happened. */
  readonly timestamp: string;
  /** Its digest as 64 hexadecimal digits, which the next entry holds. */
  readonly hash: string;
};

/** What a change of one service's target does to those above it. */
export type Impact = {
  /** The id of this analysis. */
  readonly analysis_id: string;
  /** The changed service. */
  readonly service_id: string;
  /** What was analysed. */
  readonly proposed_change: ProposedChange;
  /** The time that the availabilities rest on. */
  readonly window: Window;
  /** Every service that needs the changed one, directly or through others; largest change first. */
  readonly impacted_services: ReadonlyArray<ImpactedService>;
  /** Services that are connected by soft, degraded or asynchronous dependencies alone: their availability does not change. */
  readonly risk_only: ReadonlyArray<RiskOnly>;
  /** Whether the changed service itself can keep the proposed target. */
  readonly warnings: ReadonlyArray<Warning>;
  /** What the answer leaves out; null when nothing. */
  readonly note: string | null;
  /** The same in short. */
  readonly summary: ImpactSummary;
};

/** A question for the impact of a change as it arrives; unknown properties are ignored. */
export type ImpactBody = {
  /** The service whose SLO is to change. */
  readonly service_id: string;
  /** What is to change. */
  readonly proposed_change: ProposedChangeBody;
  readonly [further: string]: unknown;
};

/** An impact in short. */
export type ImpactSummary = {
  /** Services that need the changed one. */
  readonly total_impacted: number;
  /** How many of them have an active SLO that they cannot keep after the change. */
  readonly slos_at_risk: number;
  /** How many of those could not keep it before either. */
  readonly already_at_risk: number;
  /** A sentence for people. */
  readonly recommendation: string;
};

/** What a change does to one service. Availabilities are percentages. */
export type ImpactedService = {
  /** The service. */
  readonly service_id: string;
  /** `upstream`, or `upstream (transitive)` when it needs the changed service only through others. */
  readonly relationship: 'upstream' | 'upstream (transitive)';
  /** Before the change; null where the model does not tell. */
  readonly current_composite_availability: number | null;
  /** After the change. */
  readonly projected_composite_availability: number | null;
  /** Percentage points, to nine significant digits; never rounded to 0. */
  readonly delta: number | null;
  /** Its active SLO; null without one. */
  readonly current_slo_target: number | null;
  /** Whether the composite is below its SLO after the change; null without one. */
  readonly slo_at_risk: boolean | null;
  /** Whether it was before; null without one. */
  readonly already_at_risk: boolean | null;
  /** The risk for people; null without any. */
  readonly risk_detail: string | null;
  /** `exact` or `monte_carlo`. */
  readonly method: 'exact' | 'monte_carlo' | null;
  /** The 95 % interval of the projected composite where it is estimated. */
  readonly interval: ReadonlyArray<number> | null;
  /** What is known of the service's own availability. */
  readonly basis: string;
  /** The circular dependencies on the way; null without any. */
  readonly cycle_note: string | null;
};

/** A service that has to become more available. Availabilities are its own with perfect dependencies, in percent. */
export type Improvement = {
  /** The service. */
  readonly service_id: string;
  /** What it is. */
  readonly from: number;
  /** What it has to be; rounded up. */
  readonly to: number;
  /** log10 of the quotient of both unavailabilities. */
  readonly nines_gained: number;
  /** Weight × nines gained. */
  readonly cost: number;
  /** What the target service gains from it being up rather than down, a ratio. */
  readonly birnbaum_importance: number;
};

/** Why a submission was not stored in the graph after all. */
export type IngestionFailure = {
  /** A stable name in snake_case. */
  readonly reason: 'keeps_failing' | 'terminated' | 'too_many_attempts' | 'not_your_service';
  /** What happened and what can be done about it; at most 1,000 characters. */
  readonly detail: string;
};

/** What became of a graph submission. Until it is completed, which a large one is not at once, what it did is all 0, false, null or empty. */
export type IngestionReceipt = {
  /** The id of this submission. */
  readonly ingestion_id: string;
  /** `completed`: the graph is stored; `accepted` or `processing`: it will be; `failed`: it never will. */
  readonly status: 'accepted' | 'processing' | 'completed' | 'failed';
  /** The discovery source. */
  readonly source: 'manual' | 'service_mesh' | 'otel_service_graph' | 'kubernetes';
  /** When the source saw the graph. */
  readonly observed_at: string;
  /** When the submission arrived. */
  readonly received_at: string;
  /** Services in the submission. */
  readonly nodes_received: number;
  /** Dependencies in the submission. */
  readonly edges_received: number;
  /** About how long it will take from now; 0 when nothing is left to do. */
  readonly estimated_completion_seconds: number;
  /** Services that were not known before. */
  readonly services_created: number;
  /** Dependencies that this source had not reported before. */
  readonly dependencies_created: number;
  /** Dependencies that it reported again. */
  readonly dependencies_refreshed: number;
  /** Whether another effective graph counts than before. */
  readonly graph_changed: boolean;
  /** The effective graph afterwards; null until it is completed. */
  readonly graph_snapshot_id: string | null;
  /** Contradictions between sources about the submitted dependencies. */
  readonly conflicts_total: number;
  /** The first of them. */
  readonly conflicts: ReadonlyArray<ConflictSummary>;
  /** Circular dependencies that were not there before. */
  readonly new_cycles_total: number;
  /** The first of them. */
  readonly new_cycles: ReadonlyArray<NewCycle>;
  /** Differences between declared and observed dependencies in the whole graph. */
  readonly divergences: DivergenceCounts;
  /** The first of those whose caller the submission names. */
  readonly divergent_dependencies: ReadonlyArray<DivergenceSummary>;
  /** Why it failed; null unless it has. */
  readonly failure: IngestionFailure | null;
};

/** A new key with its secret, which is shown this once. */
export type IssuedApiKey = {
  /** The whole key, for the header `X-API-Key`. */
  readonly api_key: string;
  /** What is stored of it. */
  readonly key: ApiKeySummary;
  /** The key that it takes the place of; null for none. */
  readonly replaces: ApiKeySummary | null;
};

/** How long requests take from end to end, as traces show it. Targets do not rest on it: the SLO is measured by the histogram. */
export type Journey = {
  /** Milliseconds; null where the traces do not tell it. */
  readonly p95_ms: number | null;
  /** The same of p99. */
  readonly p99_ms: number | null;
  /** The same of p99.9. */
  readonly p999_ms: number | null;
  /** `all_spans` where the trace store counted every span, `sampled_traces` where single traces were read. */
  readonly source: 'all_spans' | 'sampled_traces';
  /** The days before the recommendation that were looked at. */
  readonly window_days: number;
  /** How many traces were read; null where all spans counted. */
  readonly sampled_traces: number | null;
};

/** Where latency targets come from. */
export type LatencyExplanation = {
  /** In one or two sentences. */
  readonly summary: string;
  /** What each feature adds to the balanced level, the largest contribution first; empty where p99 was not measured. */
  readonly feature_attribution: ReadonlyArray<FeatureAttribution>;
  /** What the attributions add up to; null without any. */
  readonly attribution_basis: AttributionBasis | null;
  /** What would be recommended if things were different. */
  readonly counterfactuals: ReadonlyArray<Counterfactual>;
  /** The allowance for noise of shared infrastructure, a share in [0.05, 0.10]; 0 where no latency was measured. */
  readonly noise_margin: number;
  /** Hours measured with another bucket layout than the latest one, which no figure contains. */
  readonly hours_left_out: number;
  /** What traces show beside the histogram; null where they show nothing, for the reason in the note. */
  readonly journey: Journey | null;
  /** How the percentiles were measured. */
  readonly note: string;
  /** What a reader must know about these figures. */
  readonly notes: ReadonlyArray<string>;
};

/** The latency targets of a service. */
export type LatencyRecommendation = {
  readonly sli_type: 'latency';
  /** The id of this recommendation. */
  readonly id: string;
  /** Always `p99_response_time_ms`. */
  readonly metric: 'p99_response_time_ms';
  /** The p99 measured over the look-back window, in milliseconds; null beyond the highest bucket. */
  readonly achieved_ms: number | null;
  /** How far the targets can be trusted. */
  readonly confidence: Confidence;
  /** One target a tier. */
  readonly tiers: LatencyTiers;
  /** Where the targets come from. */
  readonly explanation: LatencyExplanation;
};

/** A latency target. */
export type LatencyTier = {
  /** A bucket boundary in milliseconds; before latencies are measured, what is usual; null when the percentile cannot be told, for the reasons in the notes. */
  readonly target_ms: number | null;
  /** The share of requests covered, for example `p99`. */
  readonly percentile: string;
  /** The observed percentile with its noise margin, before it is snapped up to a bucket boundary. */
  readonly raw_target_ms: number | null;
  /** The chance that fewer requests than promised are within the target over the coming 28 days; null when there is too little to tell. */
  readonly estimated_breach_probability: number | null;
  /** The share of historical one-day windows in which fewer requests were within the target. */
  readonly historical_breach_share: number | null;
  /** The number of those windows. */
  readonly historical_windows: number;
  /** What a reader must know about the target. */
  readonly notes: ReadonlyArray<string>;
};

/** A target for each tier. */
export type LatencyTiers = {
  /** Hardly ever missed. */
  readonly conservative: LatencyTier;
  /** The default proposal. */
  readonly balanced: LatencyTier;
  /** Ambitious. */
  readonly aggressive: LatencyTier;
};

/** A rule and the latest recommendation of a service, as both are now. */
export type LatestVerdict = {
  /** The service. */
  readonly service_id: string;
  /** The set; null when it has none. */
  readonly recommendation_set_id: string | null;
  /** When it was made; null without one. */
  readonly generated_at: string | null;
  /** One entry an SLI; empty without any. */
  readonly recommendations: ReadonlyArray<LatestVerdictItem>;
};

/** The recommendation for one SLI. */
export type LatestVerdictItem = {
  /** Its id. */
  readonly recommendation_id: string;
  /** The SLI. */
  readonly sli_type: 'availability' | 'latency';
  /** Whether the rule, enabled, would approve it now. */
  readonly would_approve: boolean;
  /** Why, or why not. */
  readonly conditions: ReadonlyArray<RuleCondition>;
};

/** That the process runs. */
export type Liveness = {
  /** Always `healthy`. */
  readonly status: 'healthy';
};

/** A maintenance window, as the API publishes it. */
export type MaintenanceWindow = {
  /** Its id. */
  readonly window_id: string;
  /** The service. */
  readonly service_id: string;
  /** When it begins. */
  readonly starts_at: string;
  /** When it ends. */
  readonly ends_at: string;
  /** What is done. */
  readonly reason: string;
  /** `planned`, `running`, `ended`, or `removed` once it was taken back. */
  readonly state: 'planned' | 'running' | 'ended' | 'removed';
  /** Whether it had begun when it was registered, which only administrators may do. */
  readonly retroactive: boolean;
  /** Who registered it. */
  readonly created_by: string;
  /** When that was. */
  readonly created_at: string;
};

/** Announces planned maintenance. */
export type MaintenanceWindowBody = {
  /** When it begins, ISO 8601 with an offset from UTC; required. */
  readonly starts_at: string;
  /** When it ends, ISO 8601 with an offset from UTC; required. */
  readonly ends_at: string;
  /** What is done; 1 to 1,000 characters, required. */
  readonly reason: string;
  readonly [further: string]: unknown;
};

/** The maintenance windows of a service, as the API publishes them. */
export type MaintenanceWindows = {
  /** The service. */
  readonly service_id: string;
  /** Those that are planned or running, and those that ended within an SLO window; the earliest first. */
  readonly windows: ReadonlyArray<MaintenanceWindow>;
  /** Whether requests of a window are stored that have not been left out of the error budgets yet. */
  readonly maintenance_pending: boolean;
};

/** Targets that take the place of recommended ones as they arrive. At least one is needed. */
export type ModificationsBody = {
  /** The share of good requests, a percentage. */
  readonly availability_target?: number | null;
  /** What 95 % of the requests are to stay within, milliseconds. */
  readonly latency_p95_target_ms?: number | null;
  /** What 99 % of the requests are to stay within, milliseconds. */
  readonly latency_p99_target_ms?: number | null;
  /** What 99.9 % of the requests are to stay within, milliseconds. */
  readonly latency_p999_target_ms?: number | null;
  readonly [further: string]: unknown;
};

/** One month. */
export type MonthBreachFigures = {
  /** The month, `2026-02`. */
  readonly month: string;
  /** The SLO window that it is judged by. */
  readonly window: Window;
  /** The figures. */
  readonly figures: BreachFigures;
};

/** Services, the first ones of many. */
export type NamedServices = {
  /** How many there are. */
  readonly count: number;
  /** The first twenty by name. */
  readonly services: ReadonlyArray<string>;
};

/** Services that a submission made need each other. */
export type NewCycle = {
  /** The id to acknowledge and resolve it by. */
  readonly id: string;
  /** A way round; it ends where it begins. */
  readonly cycle_path: ReadonlyArray<string>;
  /** The number of services that all need each other. */
  readonly service_count: number;
  /** What to do about it. */
  readonly recommendation: string;
};

/** Objectives of which nothing is known, by reason. */
export type NoBudgetData = {
  /** All of them. */
  readonly total: number;
  /** Nothing was measured. */
  readonly no_telemetry: number;
  /** There were no requests. */
  readonly no_traffic: number;
  /** Unmeasurable: the latency threshold is no boundary of the histogram. */
  readonly threshold_off_buckets: number;
  /** Unmeasurable: there is no histogram. */
  readonly no_histogram: number;
};

/** A service as submitted. */
export type NodeBody = {
  /** Its id. */
  readonly service_id: string;
  /** An object; `team`, `criticality` and `tier` are understood, the rest is kept. */
  readonly metadata?: {
    readonly criticality?: 'critical' | 'high' | 'medium' | 'low' | null;
    readonly published_sla?: number | null;
    readonly service_type?: 'internal' | 'external' | null;
    readonly team?: string | null;
    readonly tier?: number | null;
    readonly [further: string]: unknown;
  } | null;
  readonly [further: string]: unknown;
};

/** Windows that nothing is known of. */
export type NotJudged = {
  /** The SLO was not in force for the whole window. */
  readonly activated_during_window: number;
  /** Less than half of the hours were measured. */
  readonly too_little_telemetry: number;
  /** There were no requests. */
  readonly no_traffic: number;
};

/** Windows of latency objectives that the histograms do not measure. */
export type NotMeasurable = {
  /** The threshold is no boundary of the histogram. */
  readonly threshold_off_buckets: number;
  /** There is no histogram. */
  readonly no_histogram: number;
};

/** Where notifications are sent, as the API publishes it. */
export type NotificationTarget = {
  /** Its name. */
  readonly name: string;
  /** The address without most of its path, because whoever knows it all can send. */
  readonly url: string;
  /** What the receiver understands. */
  readonly format: 'generic' | 'slack' | 'teams';
  /** Which actions are told of. */
  readonly events: ReadonlyArray<'accept' | 'modify' | 'reject' | 'manual' | 'auto_approve' | 'expire' | 'drift_triggered'>;
  /** Whether notifications are signed. */
  readonly has_secret: boolean;
  /** When it was last put. */
  readonly updated_at: string;
};

/** Where notifications are to be sent. */
export type NotificationTargetBody = {
  /** Its name, 1 to 100 characters, unique within the list; required. */
  readonly name: string;
  /** The address, https and of the public internet, 1 to 2,048 characters; required. */
  readonly url: string;
  /** `generic`, `slack` or `teams`; required. */
  readonly format: 'generic' | 'slack' | 'teams';
  /** Which actions are told of; all but `expire` when missing. */
  readonly events?: ReadonlyArray<'accept' | 'modify' | 'reject' | 'manual' | 'auto_approve' | 'expire' | 'drift_triggered'> | null;
  /** What signatures are made with, 16 to 255 visible ASCII characters. When missing, a target of the same name and address keeps the one it has. */
  readonly secret?: string | null;
  readonly [further: string]: unknown;
};

/** Where a team is told about the SLOs of its services. */
export type NotificationTargets = {
  /** The team. */
  readonly team: string;
  /** Its targets in the order in which they were put. */
  readonly targets: ReadonlyArray<NotificationTarget>;
};

/** The targets that a team is to have in place of those that it has. */
export type NotificationTargetsBody = {
  /** 0 to 10 targets; required. */
  readonly targets: ReadonlyArray<NotificationTargetBody>;
  readonly [further: string]: unknown;
};

/** The error budget of one objective over the SLO window. */
export type ObjectiveBudget = {
  /** `availability` or `latency`. */
  readonly sli_type: 'availability' | 'latency';
  /** The share of good requests promised, percent. */
  readonly target: number;
  /** The time that good requests take at most, milliseconds; null for availability. */
  readonly threshold_ms: number | null;
  /** The state of the policy: `normal`, `caution`, `freeze`, `incident` or `exhausted`; null when nothing is known. */
  readonly state: 'normal' | 'caution' | 'freeze' | 'incident' | 'exhausted' | null;
  /** Why nothing is known: `no_telemetry`, `no_traffic`, `threshold_off_buckets` or `no_histogram`; null when it is. */
  readonly no_data_reason: 'no_telemetry' | 'no_traffic' | 'threshold_off_buckets' | 'no_histogram' | null;
  /** The share of the budget that is left, negative when the objective is missed; null when nothing is known. */
  readonly remaining_share: number | null;
  /** The share that is consumed, above 1 when the objective is missed; null when nothing is known. */
  readonly consumed_share: number | null;
  /** Bad requests that the target allows among those counted; null when nothing is known. */
  readonly allowed_events: number | null;
  /** How many of them are left, negative when the objective is missed; null when nothing is known. */
  readonly remaining_events: number | null;
  /** Bad requests counted. */
  readonly bad_events: number;
  /** All requests counted. */
  readonly total_events: number;
  /** Minutes of full outage that would consume what is left; null for latency and when nothing is known. */
  readonly remaining_minutes: number | null;
  /** The share of the window's hours that tell of the objective. */
  readonly measured_share: number;
  /** How fast it was spent lately, the shortest time first. */
  readonly burn_rates: ReadonlyArray<BurnRate>;
  /** When nothing will be left; null when nothing is known. */
  readonly projected_exhaustion: ProjectedExhaustion | null;
};

/** The remaining shares at which an error budget policy changes its state. */
export type PolicyThresholds = {
  /** Above it all is normal. */
  readonly caution: number;
  /** Below it only emergency fixes are deployed. */
  readonly freeze: number;
  /** Below it everybody works on reliability as in an incident. */
  readonly incident: number;
};

/** Asks what a rule would have approved. */
export type PreviewBody = {
  /** Only this service, whose latest recommendation is then explained besides; all when missing. */
  readonly service_id?: string | null;
  /** How many days to look back, 1 to 90; 30 when missing. */
  readonly days?: number | null;
  /** Conditions to try in place of those of the rule, which stays as it is. */
  readonly conditions?: {
    readonly composite_margin_min?: number | null;
    readonly confidence_min?: number | null;
    readonly criticality?: ReadonlyArray<'critical' | 'high' | 'medium' | 'low'> | null;
    readonly data_completeness_min?: number | null;
    readonly direction?: 'tighten' | 'relax' | 'initial' | 'any' | null;
    readonly directions?: ReadonlyArray<'tighten' | 'relax' | 'initial'> | null;
    readonly estimated_breach_probability_max?: number | null;
    readonly max_change?: number | null;
    readonly sli_types?: ReadonlyArray<'availability' | 'latency'> | null;
    readonly team?: string | null;
    readonly teams?: ReadonlyArray<string> | null;
    readonly tier?: 'conservative' | 'balanced' | 'aggressive' | null;
    readonly [further: string]: unknown;
  } | null;
  readonly [further: string]: unknown;
};

/** An approval that a rule would have given. Availabilities are percentages, durations milliseconds. */
export type PreviewedApproval = {
  /** The service. */
  readonly service_id: string;
  /** The set. */
  readonly recommendation_set_id: string;
  /** The recommendation. */
  readonly recommendation_id: string;
  /** Its SLI. */
  readonly sli_type: 'availability' | 'latency';
  /** The tier taken. */
  readonly tier: 'conservative' | 'balanced' | 'aggressive';
  /** The target. */
  readonly target: number;
  /** The target in force before; null without one. */
  readonly previous_target: number | null;
  /** What it would have done to that one. */
  readonly direction: 'tighten' | 'relax' | 'initial';
  /** When it was recommended. */
  readonly generated_at: string;
  /** The chance of missing it that was stated; null when none was. */
  readonly estimated_breach_probability: number | null;
  /** The availability of the whole days since, at most 28; null for latency, and when too few days passed or were measured. */
  readonly realised: number | null;
  /** How fast its error budget was spent in those days; null as before. */
  readonly burn_rate: number | null;
  /** Whether it was missed in those days; null as before. */
  readonly breached: boolean | null;
};

/** An error as RFC 7807 describes it. */
export type Problem = {
  /** A URI that names the kind of problem. */
  readonly type: string;
  /** The kind of problem for people. */
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  /** What happened this time and what to do about it. */
  readonly detail: string;
  /** The path asked for. */
  readonly instance: string;
  /** The trace that the request belongs to, 32 hexadecimal digits; null when it is not traced. */
  readonly trace_id?: string;
  /** The request, as in the header `X-Request-Id` and in the log. */
  readonly request_id?: string;
  /** The fields at fault, if any are. */
  readonly errors?: ReadonlyArray<FieldError>;
};

/** When nothing is left of the budget if the service goes on as in its last day, while old failures leave the window. */
export type ProjectedExhaustion = {
  /** `exhausts` within the next SLO window, `lasts`, `already_exhausted` or `too_few_hours`. */
  readonly outcome: 'exhausts' | 'lasts' | 'already_exhausted' | 'too_few_hours';
  /** When, to the hour; null unless it exhausts. */
  readonly at: string | null;
  /** The early end of the interval; null when the budget lasts even then, or nothing can be said. */
  readonly earliest: string | null;
  /** The late end; null when the budget lasts then, or nothing can be said. */
  readonly latest: string | null;
  /** The probability of the interval, a share. */
  readonly confidence: number;
};

/** The judged windows of targets with an estimated breach probability: those of a tier, as it was recommended. */
export type Promise = {
  /** How many there are. */
  readonly judged: number;
  /** Judged windows of other targets, which do not enter here. */
  readonly without_promise: number;
  /** How many were breached. */
  readonly breached: number;
  /** The mean of what was promised; null without any. */
  readonly mean_breach_probability: number | null;
  /** The share that was breached; null without any. */
  readonly realised_breach_rate: number | null;
  /** The Wilson interval of that share; null without any. */
  readonly interval: ReadonlyArray<number> | null;
  /** `as_promised`, `worse_than_promised`, `better` or `too_few`, by whether the promise lies within the interval. */
  readonly verdict: 'as_promised' | 'worse_than_promised' | 'better' | 'too_few';
};

/** A change of a target. Availability targets are percentages, latency targets milliseconds. */
export type ProposedChange = {
  /** What the SLO measures. */
  readonly sli_type: 'availability' | 'latency';
  /** The target before; null when it is not known. */
  readonly current_target: number | null;
  /** The target after. */
  readonly proposed_target: number;
  /** `request`, `active_slo` or `achieved`; null without a current target. */
  readonly current_target_source: 'request' | 'active_slo' | 'achieved' | null;
};

/** A change of a target as it arrives. Availability targets are percentages, latency targets milliseconds. */
export type ProposedChangeBody = {
  /** What the SLO measures. */
  readonly sli_type: 'availability' | 'latency';
  /** The target before; the active SLO when missing, else what the service achieves. */
  readonly current_target?: number | null;
  /** The target after. */
  readonly proposed_target: number;
  readonly [further: string]: unknown;
};

/** What a recommendation was computed from. */
export type Provenance = {
  /** The version of the computation. */
  readonly engine_version: number;
  /** The look-back that was asked for, days. */
  readonly lookback_days: number;
  /** The seed of all random draws. */
  readonly seed: string;
  /** The state of the dependency graph; null when none was known. */
  readonly dependency_graph_snapshot_id: string | null;
  /** The state of what is known of all services. */
  readonly fleet_evidence_id: string;
  /** The services that the fleet's incident prior was learnt from. */
  readonly fleet_services: number;
  /** Their incidents. */
  readonly fleet_incidents: number;
};

/** What became of recommendations. */
export type QualityFigures = {
  /** Decisions of the recent days. */
  readonly recent_decisions: DecisionFigures;
  /** All decisions. */
  readonly all_decisions: DecisionFigures;
  /** Availability objectives in force that come from recommendations, each judged once, over the days since it is in force. */
  readonly realised: BreachFigures;
};

/** The figures of one criticality. */
export type QualityFiguresCriticalityFigures = {
  /** The criticality of the services. */
  readonly criticality: string;
  /** Their figures. */
  readonly figures: QualityFigures;
};

/** A dashboard divided by team. */
export type QualityFiguresTeamBreakdown = {
  /** How many teams there are; services without one count as one. */
  readonly total: number;
  /** The largest 500, those first. */
  readonly teams: ReadonlyArray<QualityFiguresTeamFigures>;
};

/** The figures of one team. */
export type QualityFiguresTeamFigures = {
  /** The team; null where none is registered. */
  readonly team: string | null;
  /** Its figures. */
  readonly figures: QualityFigures;
};

/** Whether requests can be served. */
export type Readiness = {
  /** `ready`; `degraded` when a server is down that we can do without; `unavailable` when one is down that we cannot; `stopping` when the process is to end. */
  readonly status: 'ready' | 'degraded' | 'unavailable';
  /** Each server that we depend on. */
  readonly dependencies: ReadonlyArray<DependencyHealth>;
  /** The end of the last hour of telemetry that is stored; null when unknown. */
  readonly telemetry_through: string | null;
};

/** The recommendations of a service as the API publishes them. Availabilities and targets are percentages. */
export type Recommendation = {
  /** The id of the set; it stands for all its recommendations. */
  readonly recommendation_id: string;
  /** The service. */
  readonly service_id: string;
  /** When the set was computed. */
  readonly generated_at: string;
  /** When it will be computed anew. */
  readonly expires_at: string;
  /** Whether something newer may be missing: the metric store is unreachable, or it could not be computed. */
  readonly stale: boolean;
  /** How targets were derived. */
  readonly method: 'historical_percentile' | 'predictive';
  /** The hours looked at. */
  readonly lookback_window: Window;
  /** How well they are covered by measurements. */
  readonly data_quality: DataQuality;
  /** The state of the dependency graph that counted; null when none was known. */
  readonly dependency_graph_snapshot_id: string | null;
  /** One entry an SLI that can be recommended for; empty without measurements. */
  readonly recommendations: ReadonlyArray<RecommendationItem>;
  /** What stands between the service and the target asked about; left out when none was. */
  readonly desired_target?: DesiredTarget;
  /** That the service has shown too little of itself; null when it has shown enough. */
  readonly cold_start: ColdStart | null;
  /** What the set was computed from. */
  readonly provenance: Provenance | null;
};

/** The recommendation for one SLI. */
export type RecommendationItem = AvailabilityRecommendation | LatencyRecommendation;

/** How often recommendations are taken, and whether what was taken keeps what was promised. Rates and probabilities are shares in [0, 1]. */
export type RecommendationQuality = {
  /** When it was computed; null while that has not succeeded once. */
  readonly as_of: string | null;
  /** The end of the last hour of telemetry in it; null without any. */
  readonly through: string | null;
  /** The days before as_of in which a decision is recent. */
  readonly recent_days: number;
  /** The fewest days in force that an objective is judged over. */
  readonly fewest_days: number;
  /** The most. */
  readonly most_days: number;
  /** What a reader must know about the figures. */
  readonly note: string;
  /** All services that are asked for. */
  readonly totals: QualityFigures;
  /** By team. */
  readonly by_team: QualityFiguresTeamBreakdown;
  /** By criticality. */
  readonly by_criticality: ReadonlyArray<QualityFiguresCriticalityFigures>;
  /** By tier and method of the recommendation. */
  readonly by_tier_and_method: ReadonlyArray<TierAndMethodFigures>;
};

/** Alternatives of which one is enough. */
export type RedundancyGroup = {
  /** The service that has them. */
  readonly service_id: string;
  /** The name of the group. */
  readonly group: string;
  /** The first alternatives, by id. */
  readonly members: ReadonlyArray<string>;
  /** How many there are. */
  readonly members_total: number;
};

/** A service that notices, but does not fail. */
export type RiskOnly = {
  /** The service. */
  readonly service_id: string;
  /** Whether it calls the changed service itself. */
  readonly relationship: string;
};

/** How a key is to be replaced. */
export type RotationBody = {
  /** Minutes that the old key stays valid beside the new one, 0 to 10,080; none when missing. */
  readonly grace_minutes?: number | null;
  readonly [further: string]: unknown;
};

/** An auto-approval rule as submitted. */
export type RuleBody = {
  /** What people call it; 1 to 255 characters, not another rule's, required. */
  readonly name: string;
  /** Whether it may fire; false when missing. */
  readonly enabled?: boolean | null;
  /** What must hold, all of it, and which `tier` is taken (balanced when missing); required. At least one condition besides the tier. Names that are not known are refused. */
  readonly conditions: {
    readonly composite_margin_min?: number | null;
    readonly confidence_min?: number | null;
    readonly criticality?: ReadonlyArray<'critical' | 'high' | 'medium' | 'low'> | null;
    readonly data_completeness_min?: number | null;
    readonly direction?: 'tighten' | 'relax' | 'initial' | 'any' | null;
    readonly directions?: ReadonlyArray<'tighten' | 'relax' | 'initial'> | null;
    readonly estimated_breach_probability_max?: number | null;
    readonly max_change?: number | null;
    readonly sli_types?: ReadonlyArray<'availability' | 'latency'> | null;
    readonly team?: string | null;
    readonly teams?: ReadonlyArray<string> | null;
    readonly tier?: 'conservative' | 'balanced' | 'aggressive' | null;
    readonly [further: string]: unknown;
  };
  readonly [further: string]: unknown;
};

/** Whether one condition of a rule holds for a recommendation, and why. */
export type RuleCondition = {
  /** The condition as rules name it, or the name of a guard. */
  readonly name: string;
  /** `condition`, or `guard` for what applies to every rule. */
  readonly kind: 'condition' | 'guard';
  /** What is asked. */
  readonly required: string;
  /** What is the case. */
  readonly actual: string;
  /** Whether that is enough. */
  readonly holds: boolean;
  /** The same for people. */
  readonly explanation: string;
};

/** A page of auto-approval rules. */
export type RulePage = {
  /** The rules in the order in which they are tried: oldest first. */
  readonly rules: ReadonlyArray<RuleSummary>;
  /** What to ask for next; null on the last page. */
  readonly next_cursor: string | null;
};

/** What a rule would have approved, had it been enabled. Counts are of recommendations, one an SLI. */
export type RulePreview = {
  /** The rule. */
  readonly rule_id: string;
  /** Whether it is enabled in truth. */
  readonly enabled: boolean;
  /** The conditions that were tried. */
  readonly conditions: Readonly<Record<string, unknown>>;
  /** The start of the time looked at. */
  readonly start: string;
  /** Its end. */
  readonly end: string;
  /** Recommendations made in that time. */
  readonly evaluated: number;
  /** Those of them that the rule would have approved. */
  readonly would_approve: number;
  /** The same by the criticality of services. */
  readonly by_criticality: ReadonlyArray<RulePreviewGroup>;
  /** The first that would have been approved, oldest first. */
  readonly approvals: ReadonlyArray<PreviewedApproval>;
  /** How many there are. */
  readonly approvals_total: number;
  /** What became of the availability targets among all of them. */
  readonly realised: RulePreviewOutcome;
  /** What stood against the others; one recommendation may count under several. */
  readonly not_approved: ReadonlyArray<RulePreviewObstacle>;
  /** The rule and the latest recommendation of the service asked for; left out when none was. */
  readonly latest_recommendation?: LatestVerdict;
};

/** The services of one criticality. */
export type RulePreviewGroup = {
  /** How critical they are. */
  readonly criticality: 'critical' | 'high' | 'medium' | 'low';
  /** Their recommendations. */
  readonly evaluated: number;
  /** Those that the rule would have approved. */
  readonly would_approve: number;
};

/** A condition that stood against recommendations. */
export type RulePreviewObstacle = {
  /** The condition or guard. */
  readonly name: string;
  /** `condition` or `guard`. */
  readonly kind: 'condition' | 'guard';
  /** How many it stood against. */
  readonly recommendations: number;
  /** How many of them nothing else stood against. */
  readonly alone: number;
};

/** What became of targets. */
export type RulePreviewOutcome = {
  /** Approvals of availability targets of which enough days have passed and were measured. */
  readonly judged: number;
  /** Those that were missed. */
  readonly breached: number;
  /** The share of them; null without any. */
  readonly breach_share: number | null;
  /** The mean of their estimated breach probabilities; null without any. */
  readonly promised_breach_share: number | null;
};

/** An auto-approval rule as it is stored. */
export type RuleSummary = {
  /** Its id. */
  readonly rule_id: string;
  /** What people call it. */
  readonly name: string;
  /** Whether it may fire. */
  readonly enabled: boolean;
  /** What must hold for it to fire, and the tier that it takes. */
  readonly conditions: Readonly<Record<string, unknown>>;
  /** 1 when it was made, one more with each change. */
  readonly version: number;
  /** Who made it. */
  readonly created_by: string;
  /** When. */
  readonly created_at: string;
  /** Who changed it last; null when nobody has. */
  readonly updated_by: string | null;
  /** When; null when nobody has. */
  readonly updated_at: string | null;
};

/** Whether one series of a service drifted, as it is published. */
export type SeriesDrift = {
  /** Which series: the 99th percentile of latency, or the share of failed requests. */
  readonly series: 'latency' | 'error_ratio';
  /** What is known of it. */
  readonly verdict: 'not_evaluated' | 'no_baseline' | 'no_data' | 'stable' | 'suspected' | 'drifted';
  /** Since when; null before it was looked at. */
  readonly since: string | null;
  /** Why it is so said; null before it was looked at. */
  readonly reason: 'no_baseline' | 'too_few_points' | 'no_vote' | 'vote_too_small' | 'vote_too_short' | 'drift' | null;
  /** How many detectors tell a change now. */
  readonly votes: number;
  /** How many must. */
  readonly votes_needed: number;
  /** When most of them did; null when they do not. */
  readonly voted_at: string | null;
  /** How many points were looked at. */
  readonly points: number;
  /** The last change; null unless most detectors tell one. */
  readonly change: DriftChange | null;
  /** What each detector found; empty without a baseline. */
  readonly detectors: ReadonlyArray<Detector>;
  /** What the series is held against; null without one. */
  readonly baseline: DriftBaseline | null;
};

/** A service with that objective of which the least budget is left. */
export type ServiceBudget = {
  /** The service. */
  readonly service_id: string;
  /** Who runs it. */
  readonly team: string | null;
  /** How much depends on it. */
  readonly criticality: 'critical' | 'high' | 'medium' | 'low';
  /** `availability` or `latency`. */
  readonly sli_type: 'availability' | 'latency';
  /** The share of good requests promised, percent. */
  readonly target: number;
  /** The time that good requests take at most, milliseconds; null for availability. */
  readonly threshold_ms: number | null;
  /** The state of the error budget policy. */
  readonly state: 'normal' | 'caution' | 'freeze' | 'incident' | 'exhausted';
  /** The share of the budget that is left; negative when the objective is missed. */
  readonly remaining_budget: number;
  /** The share that is consumed; above 1 when the objective is missed. */
  readonly consumed_budget: number;
  /** Bad requests that the target allows among those counted. */
  readonly allowed_bad: number;
  /** Bad requests. */
  readonly bad: number;
  /** All requests counted. */
  readonly total: number;
  /** The share of the window's hours that were measured. */
  readonly measured_share: number;
};

/** Whether a service drifted, as it is published. */
export type ServiceDrift = {
  /** The service. */
  readonly service_id: string;
  /** When it was last looked at; null if never. */
  readonly evaluated_at: string | null;
  /** When it is to be looked at next, at the earliest; null before the first time. */
  readonly next_evaluation_due: string | null;
  /** Each series that is watched. */
  readonly series: ReadonlyArray<SeriesDrift>;
};

/** A page of services. */
export type ServicePage = {
  /** The services, by id. */
  readonly services: ReadonlyArray<ServiceSummary>;
  /** What to ask for next; null on the last page. */
  readonly next_cursor: string | null;
};

/** A service with its SLO, as the API publishes it. */
export type ServiceSlo = {
  /** The service. */
  readonly service_id: string;
  /** Who runs it; null when nobody is registered. */
  readonly team: string | null;
  /** The SLO in force; null without one. */
  readonly slo: ActiveSlo | null;
};

/** A service as the API shows it. */
export type ServiceSummary = {
  /** Its id. */
  readonly service_id: string;
  /** The owning team, if known. */
  readonly team: string | null;
  /** A published criticality. */
  readonly criticality: 'critical' | 'high' | 'medium' | 'low';
  /** Its tier, if known. */
  readonly tier: number | null;
  /** `internal` or `external`. */
  readonly service_type: 'internal' | 'external';
  /** Whether it was only seen as the end of a dependency and is still unregistered. */
  readonly discovered: boolean;
  /** All its metadata. */
  readonly metadata: Readonly<Record<string, unknown>>;
};

/** How availability targets that people chose compare with recommended ones. Targets are percentages, probabilities and rates shares in [0, 1]. */
export type Shadow = {
  /** When the report was made. */
  readonly generated_at: string;
  /** The end of the last stored hour; null before the first. */
  readonly telemetry_through: string | null;
  /** What a reader must know about the figures. */
  readonly note: string;
  /** All services. */
  readonly totals: ShadowTotals;
  /** A page of those with an active recommendation, by id. */
  readonly services: ReadonlyArray<ShadowService>;
  /** What to ask for next; null on the last page. */
  readonly next_cursor: string | null;
};

/** How often one of the targets was missed. */
export type ShadowOutcome = {
  /** How often. */
  readonly breached: number;
  /** The share of judged trials; null without any. */
  readonly breach_rate: number | null;
  /** Its 95 % Wilson interval: lower end, upper end; null without any. */
  readonly interval: ReadonlyArray<number> | null;
};

/** One service with an availability SLO that people chose. */
export type ShadowService = {
  /** The service. */
  readonly service_id: string;
  /** Who runs it. */
  readonly team: string | null;
  /** How much depends on it. */
  readonly criticality: 'critical' | 'high' | 'medium' | 'low';
  /** `manual` or `recommendation_modified`. */
  readonly source: string;
  /** The target in force, with what the predictive model says of it from the last 30 days. */
  readonly manual: ShadowTarget;
  /** The active recommendation. */
  readonly recommendation_id: string;
  /** When it was computed. */
  readonly recommended_at: string;
  /** Its targets. */
  readonly recommended: ShadowTargetTiers;
  /** How the target in force differs from the balanced one; null when none is recommended. */
  readonly difference: TargetDifference | null;
  /** `manual_stricter`, `manual_looser` or `same`; null when none is recommended. */
  readonly verdict: 'manual_stricter' | 'manual_looser' | 'same' | null;
  /** What would have become of both. */
  readonly trial: ShadowTrial;
};

/** An availability target. */
export type ShadowTarget = {
  /** Percent; null when none is recommended. */
  readonly target: number | null;
  /** Minutes of outage that 28 days allow; null without a target. */
  readonly error_budget_window_minutes: number | null;
  /** The chance that 28 days miss it, as the predictive model sees it; null when it cannot tell. */
  readonly estimated_breach_probability: number | null;
};

/** A target for each tier. */
export type ShadowTargetTiers = {
  /** Hardly ever missed. */
  readonly conservative: ShadowTarget;
  /** The default proposal. */
  readonly balanced: ShadowTarget;
  /** Ambitious. */
  readonly aggressive: ShadowTarget;
};

/** All services with an availability SLO that people chose. */
export type ShadowTotals = {
  /** How many there are. */
  readonly slos: number;
  /** Those without an active recommendation. */
  readonly without_recommendation: number;
  /** Those whose recommendation has no balanced target. */
  readonly without_recommended_target: number;
  /** The others. */
  readonly compared: number;
  /** Where people promise more. */
  readonly manual_stricter: number;
  /** Where people promise less. */
  readonly manual_looser: number;
  /** Where both promise the same. */
  readonly same: number;
  /** The share of compared ones that promise the same; null without any. */
  readonly agreement_rate: number | null;
  /** The medians of the differences, each measure by itself; null without any. */
  readonly median_difference: TargetDifference | null;
  /** What would have become of both targets. */
  readonly trials: ShadowTrialTotals;
};

/** What would have become of both targets. */
export type ShadowTrial = {
  /** The recommendation that was tried; null without any. */
  readonly recommendation_id: string | null;
  /** When it was computed. */
  readonly generated_at: string | null;
  /** Its balanced target, percent; null when none was recommended. */
  readonly recommended_target: number | null;
  /** The days it was tried on; null when there are too few. */
  readonly window: Window | null;
  /** The availability of those days, percent; null when it is not known. */
  readonly achieved: number | null;
  /** Whether it was below the target that people chose; null when it is not known. */
  readonly manual_breached: boolean | null;
  /** Whether it was below the recommended one; null when it is not known. */
  readonly recommended_breached: boolean | null;
  /** `no_recommended_target`, `too_recent`, `too_little_telemetry` or `no_traffic`; null when it is known. */
  readonly not_judged_because: 'no_recommended_target' | 'too_recent' | 'too_little_telemetry' | 'no_traffic' | null;
};

/** Trials that nothing is known of. */
export type ShadowTrialGaps = {
  /** No balanced target was recommended. */
  readonly no_recommended_target: number;
  /** There are fewer than seven whole days since the recommendation. */
  readonly too_recent: number;
  /** Less than half of the hours were measured. */
  readonly too_little_telemetry: number;
  /** There were no requests. */
  readonly no_traffic: number;
};

/** What would have become of both targets, had both been in force. */
export type ShadowTrialTotals = {
  /** Services of which that is known. */
  readonly judged: number;
  /** What became of the targets that people chose. */
  readonly manual: ShadowOutcome;
  /** What became of the balanced ones. */
  readonly recommended: ShadowOutcome;
  /** Where both were kept, or both missed. */
  readonly same_outcome: number;
  /** The share of those; null without judged ones. */
  readonly outcome_agreement_rate: number | null;
  /** The others, by reason. */
  readonly not_judged: ShadowTrialGaps;
};

/** What became of a decision, as the API publishes it. */
export type SloDecision = {
  /** The SLO in force; null when a rejection leaves the service without one. */
  readonly slo_id: string | null;
  /** The service. */
  readonly service_id: string;
  /** `active` when targets are in force by this decision, `rejected` when a recommendation was refused. */
  readonly status: 'active' | 'rejected';
  /** The version of the SLO in force; null without one. */
  readonly version: number | null;
  /** The targets in force; null without any. */
  readonly targets: SloTargets | null;
  /** Where they come from; null without any. */
  readonly source: 'recommendation_accepted' | 'recommendation_modified' | 'manual' | null;
  /** The recommendation decided on, as it was named; null for targets that somebody brought. */
  readonly recommendation_id: string | null;
  /** The tier chosen; null without one. */
  readonly selected_tier: 'conservative' | 'balanced' | 'aggressive' | null;
  /** What differs from the recommendation, by target; null where nothing was changed. */
  readonly modification_delta: Readonly<Record<string, string>> | null;
  /** What stands between the service and its availability target; empty when nothing does. */
  readonly warnings: ReadonlyArray<Warning>;
  /** Since when the targets are in force; null without any. */
  readonly activated_at: string | null;
  /** Who decided on them; null without any. */
  readonly activated_by: string | null;
  /** Why, in the actor's words; null when nothing was said. */
  readonly rationale: string | null;
  /** The entry in the audit log. */
  readonly audit_id: string;
};

/** What an SLO promises, as the API publishes it. Targets that are null are not promised. */
export type SloTargets = {
  /** The share of good requests, a percentage. */
  readonly availability: number | null;
  /** What 95 % of the requests stay within, milliseconds. */
  readonly latency_p95_ms: number | null;
  /** What 99 % of the requests stay within, milliseconds. */
  readonly latency_p99_ms: number | null;
  /** What 99.9 % of the requests stay within, milliseconds. */
  readonly latency_p999_ms: number | null;
};

/** A dependency that counts in no composite, but is a risk. */
export type SoftDependency = {
  /** The caller. */
  readonly source: string;
  /** The service called. */
  readonly target: string;
  /** Why it does not count: `asynchronous`, `soft` or `degraded`. */
  readonly reason: 'asynchronous' | 'soft' | 'degraded';
};

/** SLOs in force by where their targets come from. */
export type SourceCounts = {
  /** A recommendation as it was. */
  readonly recommendation_accepted: number;
  /** A recommendation that somebody changed. */
  readonly recommendation_modified: number;
  /** Somebody's own judgement. */
  readonly manual: number;
};

/** The surroundings of a service. */
export type Subgraph = {
  /** The service. */
  readonly service_id: string;
  /** Which way was followed. */
  readonly direction: 'both' | 'upstream' | 'downstream';
  /** The most hops followed. */
  readonly depth: number;
  /** The services reached and the service itself, by id. */
  readonly nodes: ReadonlyArray<ServiceSummary>;
  /** The dependencies followed, by caller and callee. */
  readonly edges: ReadonlyArray<EdgeSummary>;
};

/** Services that need each other and count as one, as available as the weakest of them. */
export type Supernode = {
  /** The first of them, by id. */
  readonly members: ReadonlyArray<string>;
  /** How many there are. */
  readonly members_total: number;
  /** The one whose own availability counts. */
  readonly weakest_member: string;
  /** That availability, a percentage. */
  readonly availability_used: number;
};

/** The target that people chose less the recommended one. */
export type TargetDifference = {
  /** Positive where people promise more. */
  readonly percentage_points: number;
  /** The same in nines, −log₁₀(1 − target): 1 is a tenth of the failures. */
  readonly nines: number;
  /** Minutes of outage that 28 days allow: negative where people promise more. */
  readonly error_budget_window_minutes: number;
};

/** Targets that a team brings as they arrive: all that the SLO is to promise. At least one is needed. */
export type TargetsBody = {
  /** The share of good requests, a percentage. */
  readonly availability?: number | null;
  /** What 95 % of the requests are to stay within, milliseconds. */
  readonly latency_p95_ms?: number | null;
  /** What 99 % of the requests are to stay within, milliseconds. */
  readonly latency_p99_ms?: number | null;
  /** What 99.9 % of the requests are to stay within, milliseconds. */
  readonly latency_p999_ms?: number | null;
  readonly [further: string]: unknown;
};

/** The figures of recommendations of one tier and method. */
export type TierAndMethodFigures = {
  /** The tier: of a decision the one that was chosen, of an objective the one whose target is in force; null where there is none. */
  readonly tier: string | null;
  /** How the recommendations were made; null where it is not known. */
  readonly method: string | null;
  /** Their figures. */
  readonly figures: QualityFigures;
};

/** Whether the audit logs are as they were written. */
export type Verification = {
  /** Whether no break was found. Without anchors, a tail that was cut off together with its head is not. */
  readonly intact: boolean;
  /** Entries of both logs. */
  readonly entries: number;
  /** Services that have entries. */
  readonly services: number;
  /** What the comparison with anchors came to. */
  readonly anchors: Anchors;
  /** The breaks; the first hundred of them. */
  readonly breaks: ReadonlyArray<Break>;
  /** How many there are. */
  readonly breaks_total: number;
  /** When the verification began. */
  readonly verified_at: string;
};

/** Why a target may not be kept. */
export type Warning = {
  /** The kind of concern. */
  readonly code: string;
  /** What is wrong. */
  readonly message: string;
  /** What would help. */
  readonly suggestions: ReadonlyArray<string>;
};

/** What changes would do. */
export type WhatIf = {
  /** The id of this analysis. */
  readonly analysis_id: string;
  /** The time that the availabilities rest on. */
  readonly window: Window;
  /** What each change does, in their order. */
  readonly changes: ReadonlyArray<AppliedChange>;
  /** The services that are affected, or asked for; largest change first. */
  readonly services: ReadonlyArray<WhatIfService>;
  /** The circular dependencies that would come into being. */
  readonly new_cycles: ReadonlyArray<WhatIfCycle>;
  /** The same in short. */
  readonly summary: WhatIfSummary;
};

/** A what-if question as it arrives; unknown properties are ignored. */
export type WhatIfBody = {
  /** 1 to 50 changes, applied in their order. */
  readonly changes: ReadonlyArray<ChangeBody>;
  /** The services to tell of; all that are affected when missing. */
  readonly services?: ReadonlyArray<string> | null;
  readonly [further: string]: unknown;
};

/** Services that would wait for each other in a circle. */
export type WhatIfCycle = {
  /** All of them. */
  readonly members: ReadonlyArray<string>;
  /** One way round, from the first member back to it. */
  readonly path: ReadonlyArray<string>;
};

/** What changes would do to one service. Availabilities are percentages. */
export type WhatIfService = {
  /** The service. */
  readonly service_id: string;
  /** Before; null when the changes add it. */
  readonly current_composite_availability: number | null;
  /** After. */
  readonly projected_composite_availability: number;
  /** Percentage points, to nine significant digits; null when the changes add the service. */
  readonly delta: number | null;
  /** `exact` or `monte_carlo`. */
  readonly method: 'exact' | 'monte_carlo';
  /** The 95 % interval of the projected composite where it is estimated. */
  readonly interval: ReadonlyArray<number> | null;
  /** Its active SLO; null without one. */
  readonly current_slo_target: number | null;
  /** Whether the composite would be below it; null without one. */
  readonly slo_at_risk: boolean | null;
  /** Whether it is at present; null without one. */
  readonly already_at_risk: boolean | null;
  /** The risk for people; null without any. */
  readonly risk_detail: string | null;
  /** The services that it could no longer do without. */
  readonly single_points_of_failure_gained: NamedServices;
  /** The services that it could do without from then on. */
  readonly single_points_of_failure_lost: NamedServices;
};

/** A what-if answer in short; it counts the services that the answer holds. */
export type WhatIfSummary = {
  /** Services that would become more available. */
  readonly improved: number;
  /** Services that would become less available. */
  readonly degraded: number;
  /** Services that could not keep their active SLO. */
  readonly slos_at_risk: number;
  /** How many of those cannot keep it at present either. */
  readonly already_at_risk: number;
  /** Services that cannot keep their active SLO at present, but then could. */
  readonly slos_recovered: number;
};

/** A span of time. */
export type Window = {
  /** Inclusive start, UTC. */
  readonly start: string;
  /** Exclusive end, UTC. */
  readonly end: string;
};
