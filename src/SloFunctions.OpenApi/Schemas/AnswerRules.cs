using SloFunctions.Application.Access;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Audit.Documents;
using SloFunctions.Application.AutoApproval.Documents;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.Dashboards.Documents;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Drift.Documents;
using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Health;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reports.Documents;
using SloFunctions.Domain.Audit;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Notifications;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Stationarity;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Functions.Http;

namespace SloFunctions.OpenApi.Schemas;

/// <summary>What texts of answers can be, and how far their numbers reach.</summary>
internal static class AnswerRules
{
    private static readonly SchemaRule Share = new() { Minimum = 0, Maximum = 1 };
    private static readonly SchemaRule Percentage = new() { Minimum = 0, Maximum = 100 };
    private static readonly SchemaRule Count = new() { Minimum = 0 };
    private static readonly SchemaRule Mode = Choice<CommunicationMode>();
    private static readonly SchemaRule Criticality = Choice<DependencyCriticality>();
    private static readonly SchemaRule ServiceCriticality = Choice<ServiceCriticality>();
    private static readonly SchemaRule Source = Choice<DiscoverySource>();
    private static readonly SchemaRule RuleCondition = new() { Choices = ["condition", "guard"] };
    private static readonly SchemaRule Method = new() { Choices = ["exact", "monte_carlo"] };

    public static SchemaRules AddTo(SchemaRules rules) => rules
        .Add<Liveness>(l => l.Status, new() { Choices = ["healthy"] })
        .Add<Readiness>(r => r.Status, new() { Choices = ["ready", "degraded", "unavailable"] })
        .Add<DependencyHealth>(h => h.Status, new() { Choices = ["up", "down"] })
        .Add<IngestionReceipt>(r => r.Status, new() { Choices = ["accepted", "processing", "completed", "failed"] })
        .Add<IngestionReceipt>(r => r.EstimatedCompletionSeconds, Count)
        .Add<IngestionFailure>(f => f.Reason, new() { Choices = [IngestionFailure.KeepsFailing, IngestionFailure.Terminated, IngestionFailure.TooManyAttempts, "not_your_service"] })
        .Add<IngestionReceipt>(r => r.Source, Source)
        .Add<ConflictSummary.Statement>(s => s.DiscoverySource, Source)
        .Add<ConflictSummary>(c => c.Attribute, Choice<DependencyAspect>())
        .Add<BreakDocument>(b => b.Kind, Choice<ChainBreakKind>())
        .Add<AnchorsDocument>(a => a.Status, Choice<AnchorStatus>())
        .Add<HistoryEntryDocument>(e => e.Action, Choice<AuditAction>())
        .Add<HistoryEntryDocument>(e => e.SelectedTier, Choice<Tier>())
        .Add<SloDecisionDocument>(d => d.Status, new() { Choices = ["active", "rejected"] })
        .Add<SloDecisionDocument>(d => d.Source, Choice<SloSource>())
        .Add<SloDecisionDocument>(d => d.SelectedTier, Choice<Tier>())
        .Add<SloDecisionDocument>(d => d.Version, new() { Minimum = 1 })
        .Add<ActiveSloDocument>(d => d.Source, Choice<SloSource>())
        .Add<ActiveSloDocument>(d => d.SelectedTier, Choice<Tier>())
        .Add<ActiveSloDocument>(d => d.Version, new() { Minimum = 1 })
        .Add<SloTargetsDocument>(t => t.Availability, Percentage)
        .Add<ApiKeySummary>(k => k.Role, Choice<Role>())
        .Add<RuleConditionDocument>(c => c.Kind, RuleCondition)
        .Add<RulePreviewDocument.Obstacle>(o => o.Kind, RuleCondition)
        .Add<RulePreviewDocument.Group>(g => g.Criticality, ServiceCriticality)
        .Add<RulePreviewDocument.Outcome>(o => o.BreachShare, Share)
        .Add<RulePreviewDocument.Outcome>(o => o.PromisedBreachShare, Share)
        .Add<PreviewedApprovalDocument>(a => a.SliType, Choice<SliType>())
        .Add<PreviewedApprovalDocument>(a => a.Tier, Choice<Tier>())
        .Add<PreviewedApprovalDocument>(a => a.Direction, Choice<ChangeDirection>())
        .Add<PreviewedApprovalDocument>(a => a.EstimatedBreachProbability, Share)
        .Add<PreviewedApprovalDocument>(a => a.Realised, Percentage)
        .Add<PreviewedApprovalDocument>(a => a.BurnRate, Count)
        .Add<LatestVerdictDocument.Item>(i => i.SliType, Choice<SliType>())
        .Add<NotificationTargetDocument>(t => t.Format, Choice<NotificationFormat>())
        .Add<NotificationTargetDocument>(t => t.Events, new() { Items = Choice<AuditAction>() })
        .Add<ErrorBudgetDocument>(d => d.State, Choice<BudgetState>())
        .Add<ErrorBudgetDocument>(d => d.DeployDecision, Choice<GateDecision>())
        .Add<ObjectiveBudgetDocument>(o => o.SliType, Choice<SliType>())
        .Add<ObjectiveBudgetDocument>(o => o.Target, Percentage)
        .Add<ObjectiveBudgetDocument>(o => o.State, Choice<BudgetState>())
        .Add<ObjectiveBudgetDocument>(o => o.NoDataReason, Choice<BudgetGap>())
        .Add<ObjectiveBudgetDocument>(o => o.ConsumedShare, Count)
        .Add<ObjectiveBudgetDocument>(o => o.MeasuredShare, Share)
        .Add<BurnRateDocument>(r => r.Window, new() { Choices = ["1h", "6h", "1d", "3d"] })
        .Add<BurnRateDocument>(r => r.BurnRate, Count)
        .Add<BurnRateDocument>(r => r.Source, new() { Choices = ["live", "stored"] })
        .Add<ProjectedExhaustionDocument>(p => p.Outcome, Choice<ProjectionOutcome>())
        .Add<ProjectedExhaustionDocument>(p => p.Confidence, Share)
        .Add<GateReasonDocument>(r => r.Code, Choice<GateReason>())
        .Add<GateReasonDocument>(r => r.Decision, Choice<GateDecision>())
        .Add<DeployGateDocument>(d => d.Decision, Choice<GateDecision>())
        .Add<GatedServiceDocument>(s => s.Decision, Choice<GateDecision>())
        .Add<GatedServiceDocument>(s => s.State, Choice<BudgetState>())
        .Add<ErrorBudgetPolicyDocument>(p => p.Version, Count)
        .Add<ErrorBudgetPolicyDocument>(p => p.Caution, Share)
        .Add<ErrorBudgetPolicyDocument>(p => p.Freeze, Share)
        .Add<ErrorBudgetPolicyDocument>(p => p.Incident, Share)
        .Add<PolicyThresholdsDocument>(p => p.Caution, Share)
        .Add<PolicyThresholdsDocument>(p => p.Freeze, Share)
        .Add<PolicyThresholdsDocument>(p => p.Incident, Share)
        .Add<MaintenanceWindowDocument>(w => w.State, Choice<MaintenanceState>())
        .Add<CycleSummary>(c => c.Status, Choice<CycleStatus>())
        .Add<DivergenceSummary>(d => d.Kind, Choice<DivergenceKind>())
        .Add<DivergenceSummary>(d => d.DiscoverySources, new() { Items = Source })
        .Add<DivergenceSummary>(d => d.Attribute, Choice<DependencyAspect>())
        .Add<ServiceSummary>(s => s.Criticality, ServiceCriticality)
        .Add<ServiceSummary>(s => s.ServiceType, Choice<ServiceType>())
        .Add<ServiceSummary>(s => s.Tier, new() { Minimum = 0, Maximum = GraphLimits.Tier })
        .Add<EdgeSummary>(e => e.DiscoverySource, Source)
        .Add<EdgeSummary>(e => e.ConfidenceScore, Share)
        .Add<EdgeSummary.How>(h => h.CommunicationMode, Mode)
        .Add<EdgeSummary.How>(h => h.Criticality, Criticality)
        .Add<EdgeSummary.How>(h => h.TimeoutMs, Count)
        .Add<Subgraph>(s => s.Direction, Choice<DependencyDirection>())
        .Add<Subgraph>(s => s.Depth, new() { Minimum = 1, Maximum = SubgraphQuery.MaxDepth })
        .Add<ProposedChangeDocument>(c => c.SliType, Choice<SliType>())
        .Add<ProposedChangeDocument>(c => c.CurrentTargetSource, new() { Choices = ["request", "active_slo", "achieved"] })
        .Add<ImpactedServiceDocument>(s => s.Relationship, new() { Choices = ["upstream", "upstream (transitive)"] })
        .Add<ImpactedServiceDocument>(s => s.Method, Method)
        .Add<WhatIfServiceDocument>(s => s.Method, Method)
        .Add<FeasibilityDocument>(f => f.Method, Method)
        .Add<BulkRunDocument>(r => r.State, Choice<BulkRunState>())
        .Add<BulkRunDocument>(r => r.Scope, Choice<BulkScope>())
        .Add<BulkRunDocument>(r => r.Method, Choice<RecommendationMethod>())
        .Add<BulkRunDocument>(r => r.Progress, Share)
        .Add<BulkRunDocument>(r => r.DurationSeconds, Count)
        .Add<BulkRunDocument>(r => r.EstimatedSecondsLeft, Count)
        .Add<RecommendationDocument>(r => r.Method, Choice<RecommendationMethod>())
        .Add<ConfidenceDocument>(c => c.Score, Share)
        .Add<ConfidenceReasonDocument>(r => r.Loss, Share)
        .Add<DataQualityDocument>(q => q.DataCompleteness, Share)
        .Add<AvailabilityRecommendation>(r => r.Metric, new() { Choices = ["error_rate"] })
        .Add<AvailabilityRecommendation>(r => r.Achieved, Percentage)
        .Add<LatencyRecommendation>(r => r.Metric, new() { Choices = ["p99_response_time_ms"] })
        .Add<AvailabilityTierDocument>(t => t.Target, Percentage)
        .Add<AvailabilityTierDocument>(t => t.EstimatedBreachProbability, Share)
        .Add<AvailabilityTierDocument>(t => t.HistoricalBreachShare, Share)
        .Add<LatencyTierDocument>(t => t.EstimatedBreachProbability, Share)
        .Add<LatencyTierDocument>(t => t.HistoricalBreachShare, Share)
        .Add<ChangeDocument>(c => c.Shape, Choice<ChangeShape>())
        .Add<ChangeDocument>(c => c.Quantity, Choice<ChangedQuantity>())
        .Add<JourneyDocument>(j => j.Source, new() { Choices = ["all_spans", "sampled_traces"] })
        .Add<SoftDependencyDocument>(d => d.Reason, new() { Choices = ["asynchronous", "soft", "degraded"] })
        .Add<PromiseDocument>(p => p.Verdict, new() { Choices = ["as_promised", "worse_than_promised", "better", "too_few"] })
        .Add<BreachedObjectiveDocument>(b => b.SliType, Choice<SliType>())
        .Add<BreachedObjectiveDocument>(b => b.Criticality, ServiceCriticality)
        .Add<ShadowServiceDocument>(s => s.Verdict, new() { Choices = ["manual_stricter", "manual_looser", "same"] })
        .Add<ShadowServiceDocument>(s => s.Criticality, ServiceCriticality)
        .Add<ShadowTrialDocument>(t => t.NotJudgedBecause, new() { Choices = ["no_recommended_target", "too_recent", "too_little_telemetry", "no_traffic"] })
        .Add<SeriesDriftDocument>(s => s.Series, Choice<DriftSignal>())
        .Add<SeriesDriftDocument>(s => s.Verdict, Choice<DriftState>())
        .Add<SeriesDriftDocument>(s => s.Reason, Choice<DriftReason>())
        .Add<SeriesDriftDocument>(s => s.Votes, Count)
        .Add<SeriesDriftDocument>(s => s.VotesNeeded, Count)
        .Add<SeriesDriftDocument>(s => s.Points, Count)
        .Add<DriftChangeDocument>(c => c.Direction, Choice<DriftDirection>())
        .Add<DriftChangeDocument>(c => c.BurnRate, Count)
        .Add<DetectorDocument>(d => d.Detector, Choice<DriftDetector>())
        .Add<DriftBaselineDocument>(b => b.Points, Count)
        .Add<CoverageFigures>(f => f.SloCoverage, Share)
        .Add<CoverageFigures>(f => f.RecommendationCoverage, Share)
        .Add<CoverageFigures>(f => f.TelemetryCoverage, Share)
        .Add<BudgetBandDocument>(b => b.State, Choice<BudgetState>())
        .Add<ServiceBudgetDocument>(b => b.Criticality, ServiceCriticality)
        .Add<ServiceBudgetDocument>(b => b.SliType, Choice<SliType>())
        .Add<ServiceBudgetDocument>(b => b.State, Choice<BudgetState>())
        .Add<ServiceBudgetDocument>(b => b.RemainingBudget, new() { Maximum = 1 })
        .Add<ServiceBudgetDocument>(b => b.MeasuredShare, Share)
        .Add<DecisionFigures>(f => f.AcceptanceRate, Share);

    private static SchemaRule Choice<TEnum>()
        where TEnum : struct, Enum => new() { Choices = Terms.Of<TEnum>() };
}
