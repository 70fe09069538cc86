using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes a cold start.</summary>
internal static class ColdStartRendering
{
    public static ColdStartDocument Render(ColdStart coldStart) => new(
        Math.Round(coldStart.DaysOfData, 1),
        Term<Archetype>.Name(coldStart.Baseline.Archetype),
        Percent.Of(coldStart.Baseline.Availability),
        coldStart.Baseline.P99Seconds * 1000,
        coldStart.ReevaluateAt);
}
