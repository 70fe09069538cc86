using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>Rule files for series named as in the options.</summary>
/// <param name="options">How series are named.</param>
public sealed class PrometheusAlertRules(PrometheusOptions options) : IAlertRules
{
    /// <inheritdoc/>
    public IReadOnlyList<BurnRateTier> TiersOf(RuleDialect dialect) => dialect == RuleDialect.Pyrra ? BurnRatePolicy.PyrraTiers : BurnRatePolicy.Tiers;

    /// <inheritdoc/>
    public void WriteRules(IReadOnlyCollection<AlertedObjective> objectives, RuleDialect dialect, TextWriter output)
    {
        var tiers = TiersOf(dialect);
        var writer = new RuleWriter(output);
        foreach (var omission in AlertOmission.Of(objectives, tiers)) writer.Comment($"{omission.Objective.Service}: {omission.Reason}");
        foreach (var objective in objectives.Where(o => o.IsMeasurable))
        {
            var rules = new ObjectiveRules(options, objective, tiers);
            switch (dialect)
            {
                case RuleDialect.Prometheus: PrometheusDialect.Write(rules, writer); break;
                case RuleDialect.Sloth: SlothDialect.Write(rules, writer); break;
                default: PyrraDialect.Write(rules, options, writer); break;
            }
        }

        writer.End();
    }

    /// <inheritdoc/>
    public void WriteTests(IReadOnlyCollection<AlertedObjective> objectives, RuleDialect dialect, string rulesFile, TextWriter output)
    {
        var writer = new TestWriter(output);
        writer.Begin(rulesFile, dialect == RuleDialect.Sloth ? SlothDialect.Order([.. objectives.Where(o => o.IsMeasurable)]) : []);
        new RuleTests(options, dialect, TiersOf(dialect), writer).Write(objectives);
        writer.End();
    }
}
