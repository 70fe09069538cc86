using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;
using static SloFunctions.Infrastructure.Prometheus.Alerts.ObjectiveRules;
using static SloFunctions.Infrastructure.Prometheus.Alerts.RuleWriter;

namespace SloFunctions.Infrastructure.Prometheus.Alerts.Specifications;

/// <summary>Specifications that Sloth generates rules from: a document a service.</summary>
internal sealed class SlothSpecification(SliSeries series, TextWriter output)
{
    /// <summary>What the language cannot say.</summary>
    public static readonly IReadOnlyList<string> Losses =
    [
        "Sloth, prometheus/v1: objectives in force. Generate rules with --default-slo-period=28d, which no specification can state.",
        "What becomes of them:",
        "- Sloth's figures of the whole period are means of five-minute ratios: a minute with few requests weighs as much as one with many,",
        "  and nights without requests leave no figure at all. Its alerts are not touched by that.",
        "- Page and ticket alerts have two tiers each, which can be left out only together; the tiers named below can never fire.",
        "- Replicas of Prometheus that scrape the same targets are counted once, but only under the label names that are known here.",
        "- Names are DNS labels; queries have the services' own.",
    ];

    /// <summary>Writes service by service.</summary>
    public void Write(IEnumerable<AlertedObjective> objectives)
    {
        foreach (var service in objectives.GroupBy(o => o.Service))
        {
            string name = ResourceName.Of(service.Key.Value);
            output.Write($$"""
                ---
                # {{Quote(service.Key.Value)}}
                version: prometheus/v1
                service: {{Quote(name)}}
                labels:
                  criticality: {{Term<Domain.Graph.ServiceCriticality>.Name(service.First().Criticality)}}

                """);
            if (service.First().Team is { } team) output.Write($"  team: {Quote(ResourceName.Of(team))}\n");
            output.Write("slos:\n");
            foreach (var objective in service) WriteObjective(name, objective);
        }
    }

    private void WriteObjective(string service, AlertedObjective objective)
    {
        string total = Rate(series.Total(objective));
        // Without a failure so far there is no series of failures.
        string errors = objective.SliType == SliType.Availability
            ? $"{Rate(series.Failed(objective))} or 0 * {total}"
            : $"{total} - {Rate(series.InTime(objective))}";
        output.Write($$"""
              - name: {{objective.Name}}
                objective: {{Number((decimal)objective.Target * 100)}}
                sli:
                  events:
                    error_query: {{Quote(errors)}}
                    total_query: {{Quote(total)}}
                alerting:
                  name: {{Quote($"{service}-{objective.Name}")}}

            """);
        WriteAlert("page_alert", AlertSeverity.Page, objective);
        WriteAlert("ticket_alert", AlertSeverity.Ticket, objective);
    }

    private void WriteAlert(string key, AlertSeverity severity, AlertedObjective objective)
    {
        bool isReachable = BurnRatePolicy.Tiers.Any(t => t.Severity == severity && t.IsReachable(objective));
        string content = isReachable ? $"        labels:\n          severity: {Term<AlertSeverity>.Name(severity)}\n" : "        disable: true\n";
        output.Write($"      {key}:\n{content}");
    }

    // Queries are templates there: two braces in a name would begin an action. Inside of a string they can be written otherwise.
    private string Rate(string selector) => series.Sum($"rate({selector.Replace("{{", @"\x7b\x7b", StringComparison.Ordinal)}[{{{{.window}}}}])");
}
