using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;
using static SloFunctions.Infrastructure.Prometheus.Alerts.ObjectiveRules;
using static SloFunctions.Infrastructure.Prometheus.Alerts.RuleWriter;

namespace SloFunctions.Infrastructure.Prometheus.Alerts.Specifications;

/// <summary>Custom resources that Pyrra generates rules from: one an objective.</summary>
internal sealed class PyrraSpecification(SliSeries series, TextWriter output)
{
    /// <summary>What the language cannot say.</summary>
    public static readonly IReadOnlyList<string> Losses =
    [
        "Pyrra, pyrra.dev/v1alpha1: objectives in force. Resources have no namespace: apply them to that of your Prometheus.",
        "What becomes of them:",
        "- Pyrra's factors are whole numbers, 14, 7, 2 and 1 in place of 13.44, 5.6, 2.8 and 0.933; its last window is 4 days and not 3.",
        "- Its alerts last for a while before they fire (2m, 15m, 1h, 3h); all four of them are always there, those that can never fire too.",
        "- Metrics are selectors: a target that several replicas of Prometheus scrape is counted as often.",
        "- Names are DNS labels. Where a service's own name is none, it is the annotation service-id.",
    ];

    /// <summary>Writes objective by objective.</summary>
    public void Write(IEnumerable<AlertedObjective> objectives)
    {
        foreach (var objective in objectives)
        {
            string team = objective.Team is { } name ? $"\n    pyrra.dev/team: {Quote(ResourceName.Of(name))}" : "";
            output.Write($$"""
                ---
                apiVersion: pyrra.dev/v1alpha1
                kind: ServiceLevelObjective
                metadata:
                  name: {{Quote($"{ResourceName.Of(objective.Service.Value)}-{objective.Name}")}}
                  labels:
                    pyrra.dev/criticality: {{Term<Domain.Graph.ServiceCriticality>.Name(objective.Criticality)}}{{team}}
                  annotations:
                    service-id: {{Quote(objective.Service.Value)}}
                spec:
                  target: "{{Number((decimal)objective.Target * 100)}}"
                  window: {{WindowText.Of(ErrorBudget.SloWindow)}}
                  indicator:

                """);
            if (objective.SliType == SliType.Availability) WriteIndicator("ratio", "errors", series.Failed(objective), series.Total(objective));
            else WriteIndicator("latency", "success", series.InTime(objective), series.Count(objective));
        }
    }

    private void WriteIndicator(string kind, string part, string counted, string total) => output.Write(
        $"    {kind}:\n      {part}:\n        metric: {Quote(counted)}\n      total:\n        metric: {Quote(total)}\n");
}
