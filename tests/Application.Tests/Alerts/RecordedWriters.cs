using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Application.Tests.Alerts;

/// <summary>Writes down what was to be written, a line an objective.</summary>
internal sealed class RecordedWriters : IAlertRules, IAlertSpecifications
{
    public IReadOnlyList<BurnRateTier> TiersOf(RuleDialect dialect) => BurnRatePolicy.Tiers;

    public void WriteRules(IReadOnlyCollection<AlertedObjective> objectives, RuleDialect dialect, TextWriter output) => Write($"rules {dialect}", objectives, output);

    public void WriteTests(IReadOnlyCollection<AlertedObjective> objectives, RuleDialect dialect, string rulesFile, TextWriter output) =>
        Write($"tests {dialect} of {rulesFile}", objectives, output);

    public void Write(IReadOnlyCollection<AlertedObjective> objectives, SpecificationLanguage language, TextWriter output) => Write($"specification {language}", objectives, output);

    private static void Write(string head, IEnumerable<AlertedObjective> objectives, TextWriter output)
    {
        output.WriteLine(head);
        foreach (var objective in objectives)
            output.WriteLine(FormattableString.Invariant($"{objective.Service} {objective.Name} {objective.Target} {objective.ThresholdSeconds} {objective.IsMeasurable} {objective.Team} {objective.Criticality}"));
    }
}
