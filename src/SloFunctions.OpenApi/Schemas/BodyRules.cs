using SloFunctions.Application.Access;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Impact;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Notifications;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.OpenApi.Schemas;

/// <summary>What the validation of requests demands, with its own constants.</summary>
internal static class BodyRules
{
    private static readonly SchemaRule Id = new() { MaxLength = ServiceId.MaxLength };
    private static readonly SchemaRule RequiredId = Id with { Required = true };
    private static readonly SchemaRule Target = new() { Above = 0, Below = 100 };
    private static readonly SchemaRule Latency = new() { Minimum = LifecycleLimits.LeastLatencyMs, Maximum = LifecycleLimits.LatencyMs };

    private static readonly SchemaRule Metadata = new()
    {
        Properties = new SortedDictionary<string, (Type, SchemaRule)>(StringComparer.Ordinal)
        {
            ["criticality"] = (typeof(string), new() { Choices = Terms.Of<ServiceCriticality>() }),
            ["published_sla"] = (typeof(double), new() { Minimum = GraphLimits.LeastSla, Maximum = 100 }),
            ["service_type"] = (typeof(string), new() { Choices = Terms.Of<ServiceType>() }),
            ["team"] = (typeof(string), new() { MaxLength = GraphLimits.Team }),
            ["tier"] = (typeof(int), new() { Minimum = 0, Maximum = GraphLimits.Tier }),
        },
    };

    private static readonly SchemaRule Share = new() { Minimum = 0, Maximum = 1 };
    private static readonly SchemaRule OpenShare = new() { Required = true, Above = 0, Below = 1 };

    private static readonly SchemaRule Conditions = new()
    {
        Properties = new SortedDictionary<string, (Type, SchemaRule)>(StringComparer.Ordinal)
        {
            ["tier"] = (typeof(string), new() { Choices = Terms.Of<Tier>() }),
            ["criticality"] = (typeof(string[]), Some(new() { Choices = Terms.Of<ServiceCriticality>() })),
            ["team"] = (typeof(string), new() { MaxLength = GraphLimits.Team }),
            ["teams"] = (typeof(string[]), Some(new() { MaxLength = GraphLimits.Team })),
            ["sli_types"] = (typeof(string[]), Some(new() { Choices = Terms.Of<SliType>() })),
            ["confidence_min"] = (typeof(double), Share),
            ["composite_margin_min"] = (typeof(double), new() { Minimum = 0, Maximum = RuleLimits.MarginPoints }),
            ["data_completeness_min"] = (typeof(double), Share),
            ["estimated_breach_probability_max"] = (typeof(double), Share),
            ["direction"] = (typeof(string), new() { Choices = [.. Terms.Of<ChangeDirection>(), "any"] }),
            ["directions"] = (typeof(string[]), Some(new() { Choices = Terms.Of<ChangeDirection>() })),
            ["max_change"] = (typeof(double), new() { Minimum = 0, Maximum = RuleLimits.MaxChange }),
        },
    };

    public static SchemaRules AddTo(SchemaRules rules) => rules
        .Add<GraphBody>(b => b.Source, new() { Required = true, Choices = Terms.Of<DiscoverySource>() })
        .Add<GraphBody>(b => b.Timestamp, new() { Format = "date-time" })
        .Add<GraphBody>(b => b.Nodes, new() { MaxItems = GraphLimits.Nodes })
        .Add<GraphBody>(b => b.Edges, new() { MaxItems = GraphLimits.Edges })
        .Add<NodeBody>(b => b.ServiceId, RequiredId)
        .Add<NodeBody>(b => b.Metadata, Metadata)
        .Add<EdgeBody>(b => b.Source, RequiredId)
        .Add<EdgeBody>(b => b.Target, RequiredId)
        .Add<EdgeAttributesBody>(b => b.CommunicationMode, new() { Choices = Terms.Of<CommunicationMode>() })
        .Add<EdgeAttributesBody>(b => b.Criticality, new() { Choices = Terms.Of<DependencyCriticality>() })
        .Add<EdgeAttributesBody>(b => b.Protocol, new() { MaxLength = GraphLimits.Protocol })
        .Add<EdgeAttributesBody>(b => b.TimeoutMs, new() { Minimum = 0 })
        .Add<EdgeAttributesBody>(b => b.RedundancyGroup, new() { MaxLength = GraphLimits.RedundancyGroup })
        .Add<EdgeAttributesBody>(b => b.CallCount, new() { Minimum = 0 })
        .Add<CycleActionBody>(b => b.Notes, new() { MaxLength = HandleCycles.NotesLength })
        .Add<ImpactBody>(b => b.ServiceId, RequiredId)
        .Add<ImpactBody>(b => b.ProposedChange, new() { Required = true })
        .Add<ProposedChangeBody>(b => b.SliType, new() { Required = true, Choices = Terms.Of<SliType>() })
        .Add<ProposedChangeBody>(b => b.CurrentTarget, new() { Above = 0, Maximum = ImpactLimits.LatencyMs })
        .Add<ProposedChangeBody>(b => b.ProposedTarget, new() { Required = true, Above = 0, Maximum = ImpactLimits.LatencyMs })
        .Add<WhatIfBody>(b => b.Changes, new() { Required = true, MinItems = 1, MaxItems = ImpactLimits.Changes })
        .Add<WhatIfBody>(b => b.Services, new() { MaxItems = ImpactLimits.NamedServices, Items = Id })
        .Add<ChangeBody>(b => b.Type, new() { Required = true, Choices = Terms.Of<ChangeType>() })
        .Add<ChangeBody>(b => b.ServiceId, Id)
        .Add<ChangeBody>(b => b.Availability, new() { Minimum = 0, Maximum = 100 })
        .Add<ChangeBody>(b => b.DeltaNines, new() { Above = 0, Maximum = ImpactLimits.DeltaNines })
        .Add<ChangeBody>(b => b.Source, Id)
        .Add<ChangeBody>(b => b.Target, Id)
        .Add<ChangeBody>(b => b.Criticality, new() { Choices = Terms.Of<DependencyCriticality>() })
        .Add<ChangeBody>(b => b.Mode, new() { Choices = Terms.Of<CommunicationMode>() })
        .Add<ChangeBody>(b => b.Members, new() { MaxItems = ImpactLimits.Members, Items = Id })
        .Add<ChangeBody>(b => b.Group, new() { MaxLength = GraphLimits.RedundancyGroup })
        .Add<FeasibilityBody>(b => b.ServiceId, RequiredId)
        .Add<FeasibilityBody>(b => b.DesiredTarget, Target with { Required = true })
        .Add<FeasibilityBody>(b => b.Weights, new() { MaxItems = ImpactLimits.NamedServices, Items = new() { Above = 0, Maximum = ImpactLimits.Weight } })
        .Add<FeasibilityBody>(b => b.Fixed, new() { MaxItems = ImpactLimits.NamedServices, Items = Id })
        .Add<DecisionBody>(b => b.Action, new() { Required = true, Choices = Terms.Of<DecisionAction>() })
        .Add<DecisionBody>(b => b.RecommendationId, new() { Format = "uuid" })
        .Add<DecisionBody>(b => b.SelectedTier, new() { Choices = Terms.Of<Tier>() })
        .Add<DecisionBody>(b => b.Rationale, new() { MaxLength = LifecycleLimits.Rationale })
        .Add<DecisionBody>(b => b.Actor, new() { MaxLength = LifecycleLimits.Name })
        .Add<ModificationsBody>(b => b.AvailabilityTarget, Target)
        .Add<ModificationsBody>(b => b.LatencyP95TargetMs, Latency)
        .Add<ModificationsBody>(b => b.LatencyP99TargetMs, Latency)
        .Add<ModificationsBody>(b => b.LatencyP999TargetMs, Latency)
        .Add<TargetsBody>(b => b.Availability, Target)
        .Add<TargetsBody>(b => b.LatencyP95Ms, Latency)
        .Add<TargetsBody>(b => b.LatencyP99Ms, Latency)
        .Add<TargetsBody>(b => b.LatencyP999Ms, Latency)
        .Add<RuleBody>(b => b.Name, new() { Required = true, MaxLength = RuleLimits.Name })
        .Add<RuleBody>(b => b.Conditions, Conditions with { Required = true })
        .Add<PreviewBody>(b => b.ServiceId, Id)
        .Add<PreviewBody>(b => b.Days, new() { Minimum = 1, Maximum = RuleLimits.MaxDays })
        .Add<PreviewBody>(b => b.Conditions, Conditions)
        .Add<NotificationTargetsBody>(b => b.Targets, new() { Required = true, MaxItems = NotificationLimits.Targets })
        .Add<NotificationTargetBody>(b => b.Name, new() { Required = true, MaxLength = NotificationLimits.Name })
        .Add<NotificationTargetBody>(b => b.Url, new() { Required = true, MaxLength = WebhookUrl.MaxLength, Format = "uri" })
        .Add<NotificationTargetBody>(b => b.Format, new() { Required = true, Choices = Terms.Of<NotificationFormat>() })
        .Add<NotificationTargetBody>(b => b.Events, new() { MinItems = 1, MaxItems = Terms.Of<AuditAction>().Count, Items = new() { Choices = Terms.Of<AuditAction>() } })
        .Add<NotificationTargetBody>(b => b.Secret, new() { MaxLength = NotificationLimits.Secret })
        .Add<BulkRunBody>(b => b.Scope, new() { Required = true, Choices = Terms.Of<BulkScope>() })
        .Add<BulkRunBody>(b => b.Team, new() { MaxLength = BulkRunLimits.Team })
        .Add<BulkRunBody>(b => b.ServiceIds, new() { MinItems = 1, MaxItems = BulkRunLimits.NamedServices, Items = Id })
        .Add<BulkRunBody>(b => b.LookbackDays, new() { Minimum = RecommendationQuery.MinLookbackDays, Maximum = RecommendationQuery.MaxLookbackDays })
        .Add<BulkRunBody>(b => b.Method, new() { Choices = [.. RecommendationQuery.Methods.Select(Term<RecommendationMethod>.Name)] })
        .Add<DeployGateBody>(b => b.Services, new() { Required = true, MinItems = 1, MaxItems = GateLimits.Services, Items = Id })
        .Add<DeployGateBody>(b => b.Reason, new() { MaxLength = GateLimits.Reason })
        .Add<ErrorBudgetPolicyBody>(b => b.Caution, OpenShare)
        .Add<ErrorBudgetPolicyBody>(b => b.Freeze, OpenShare)
        .Add<ErrorBudgetPolicyBody>(b => b.Incident, OpenShare)
        .Add<MaintenanceWindowBody>(b => b.StartsAt, new() { Required = true, Format = "date-time" })
        .Add<MaintenanceWindowBody>(b => b.EndsAt, new() { Required = true, Format = "date-time" })
        .Add<MaintenanceWindowBody>(b => b.Reason, new() { Required = true, MaxLength = MaintenanceLimits.Reason })
        .Add<ApiKeyBody>(b => b.Name, new() { Required = true, MaxLength = ApiKeyLimits.Text })
        .Add<ApiKeyBody>(b => b.Role, new() { Required = true, Choices = Terms.Of<Role>() })
        .Add<ApiKeyBody>(b => b.Team, new() { MaxLength = ApiKeyLimits.Text })
        .Add<ApiKeyBody>(b => b.ExpiresInDays, new() { Minimum = 1, Maximum = ApiKeyLimits.Days })
        .Add<ApiKeyBody>(b => b.RateLimits, new() { Items = new() { Minimum = 1, Maximum = ApiKeyLimits.PerMinute } })
        .Add<RotationBody>(b => b.GraceMinutes, new() { Minimum = 0, Maximum = ApiKeyLimits.GraceMinutes });

    private static SchemaRule Some(SchemaRule entry) => new() { MinItems = 1, MaxItems = RuleLimits.ListEntries, Items = entry };
}
