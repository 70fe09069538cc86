using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;
using static SloFunctions.Infrastructure.Prometheus.Alerts.ObjectiveRules;
using static SloFunctions.Infrastructure.Prometheus.Alerts.RuleWriter;

namespace SloFunctions.Infrastructure.Prometheus.Alerts.Specifications;

/// <summary>Documents of OpenSLO v1, in the form that its own tools read.</summary>
internal sealed class OpenSlo(SliSeries series, TextWriter output)
{
    /// <summary>What the language cannot say.</summary>
    public static readonly IReadOnlyList<string> Losses =
    [
        "OpenSLO v1: objectives in force, each with the alert policies whose limits it can exceed.",
        "What the language cannot say:",
        "- A condition has one window. It is the long one, which begins an alert; the short one, which ends it, is the annotation short-window.",
        "  Alerts made of these conditions alone go on for as long as the long window remembers the incident.",
        "- A condition has to hold for a while before it alerts: for a minute, which is the least that can be said.",
        "- A data source has an address that only its reader knows: replace the url.",
        "- Names are DNS labels. Where a service's own name is none, it is the annotation service-id.",
    ];

    private const string Source = "prometheus";

    // Of every text for people there.
    private const int DisplayLength = 63;

    /// <summary>Writes what all objectives share, then service by service.</summary>
    public void Write(IEnumerable<AlertedObjective> objectives)
    {
        output.Write($$"""
            apiVersion: openslo/v1
            kind: DataSource
            metadata:
              name: {{Source}}
            spec:
              type: Prometheus
              connectionDetails:
                url: "http://prometheus.example:9090"

            """);
        foreach (var severity in Enum.GetValues<AlertSeverity>()) WriteTarget(severity);
        foreach (var tier in BurnRatePolicy.Tiers) WriteTier(tier);
        foreach (var service in objectives.GroupBy(o => o.Service))
        {
            string name = ResourceName.Of(service.Key.Value);
            WriteService(name, service.First());
            foreach (var objective in service) WriteObjective(name, objective);
        }
    }

    private void WriteTarget(AlertSeverity severity) => output.Write($$"""
        ---
        apiVersion: openslo/v1
        kind: AlertNotificationTarget
        metadata:
          name: {{Term<AlertSeverity>.Name(severity)}}
        spec:
          target: alertmanager
          description: {{(severity == AlertSeverity.Page ? "Whoever is on call" : "The team's tickets")}}

        """);

    private void WriteTier(BurnRateTier tier)
    {
        string severity = Term<AlertSeverity>.Name(tier.Severity);
        output.Write($$"""
            ---
            apiVersion: openslo/v1
            kind: AlertCondition
            metadata:
              name: {{tier.Name}}
              annotations:
                short-window: {{WindowText.Of(tier.ShortWindow)}}
            spec:
              severity: {{severity}}
              condition:
                kind: burnrate
                op: gt
                threshold: {{Number(tier.Factor)}}
                lookbackWindow: {{WindowText.Of(tier.LongWindow)}}
                alertAfter: 1m
            ---
            apiVersion: openslo/v1
            kind: AlertPolicy
            metadata:
              name: {{tier.Name}}
              annotations:
                short-window: {{WindowText.Of(tier.ShortWindow)}}
            spec:
              alertWhenBreaching: true
              alertWhenResolved: false
              alertWhenNoData: false
              conditions:
                - conditionRef: {{tier.Name}}
              notificationTargets:
                - targetRef: {{severity}}

            """);
    }

    private void WriteService(string name, AlertedObjective any) => output.Write($$"""
        ---
        apiVersion: openslo/v1
        kind: Service
        metadata:
          name: {{Quote(name)}}
          displayName: {{Quote(Shortened(any.Service.Value))}}
        {{Metadata(any)}}
        spec: {}

        """);

    private void WriteObjective(string service, AlertedObjective objective)
    {
        string name = Quote($"{service}-{objective.Name}");
        bool isAvailability = objective.SliType == SliType.Availability;
        string total = series.Sum(series.Total(objective));
        // Without a failure so far there is no series of failures.
        string counted = isAvailability ? $"{series.Sum(series.Failed(objective))} or 0 * {total}" : series.Sum(series.InTime(objective));
        output.Write($$"""
            ---
            apiVersion: openslo/v1
            kind: SLI
            metadata:
              name: {{name}}
            spec:
              ratioMetric:
                counter: true
                {{(isAvailability ? "bad" : "good")}}:
                  metricSource:
                    metricSourceRef: {{Source}}
                    type: Prometheus
                    spec:
                      query: {{Quote(counted)}}
                total:
                  metricSource:
                    metricSourceRef: {{Source}}
                    type: Prometheus
                    spec:
                      query: {{Quote(total)}}
            ---
            apiVersion: openslo/v1
            kind: SLO
            metadata:
              name: {{name}}
            {{Metadata(objective)}}
            spec:
              service: {{Quote(service)}}
              indicatorRef: {{name}}
              timeWindow:
                - duration: {{WindowText.Of(ErrorBudget.SloWindow)}}
                  isRolling: true
              budgetingMethod: Occurrences
              objectives:
                - displayName: {{objective.Name}}
                  target: {{Number((decimal)objective.Target)}}

            """);
        WritePolicies([.. BurnRatePolicy.Tiers.Where(t => t.IsReachable(objective))]);
    }

    private void WritePolicies(BurnRateTier[] tiers)
    {
        if (tiers.Length > 0) output.Write("  alertPolicies:\n");
        foreach (var tier in tiers) output.Write($"    - alertPolicyRef: {tier.Name}\n");
    }

    private static string Metadata(AlertedObjective objective)
    {
        string criticality = Term<Domain.Graph.ServiceCriticality>.Name(objective.Criticality);
        string team = objective.Team is { } name ? $"\n    team: {Quote(ResourceName.Of(name))}" : "";
        string teamName = objective.Team is { } ofTeam ? $"\n    team-name: {Quote(ofTeam)}" : "";
        return $"  labels:\n    criticality: {criticality}{team}\n  annotations:\n    service-id: {Quote(objective.Service.Value)}{teamName}";
    }

    private static string Shortened(string text)
    {
        if (text.Length <= DisplayLength) return text;
        return char.IsHighSurrogate(text[DisplayLength - 1]) ? text[..(DisplayLength - 1)] : text[..DisplayLength];
    }
}
