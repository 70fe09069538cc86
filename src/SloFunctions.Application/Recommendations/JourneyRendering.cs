using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what traces show of journeys, and how that compares with the histogram.</summary>
internal static class JourneyRendering
{
    private const double P99 = 0.99;

    // Sampling and interpolation differ by less.
    private const double WorthMentioning = 1.1;

    public static JourneyDocument? Render(JourneyEvidence? journey) => journey is { Percentiles.Count: > 0 }
        ? new JourneyDocument(
            Milliseconds.Of(journey.At(0.95)),
            Milliseconds.Of(journey.At(P99)),
            Milliseconds.Of(journey.At(0.999)),
            journey.SampledTraces is null ? "all_spans" : "sampled_traces",
            journey.WindowDays,
            journey.SampledTraces)
        : null;

    /// <summary>How the percentiles were measured.</summary>
    public static string Note(JourneyEvidence? journey)
    {
        const string Method = "Measured from the service's own end-to-end latency histogram; percentiles of dependencies are never added up.";
        if (journey is { Percentiles.Count: > 0 })
            return Method + Text.Invariant($" Beside it stands what traces of the last {journey.WindowDays} days show; targets keep to the histogram, by which the SLO is measured.");
        return journey?.Note is { } reason ? $"{Method} {reason}" : Method;
    }

    /// <summary>What callers see and the histogram does not.</summary>
    /// <param name="journey">What traces show.</param>
    /// <param name="p99">The histogram's p99, seconds; null where it lies beyond the boundaries.</param>
    public static IEnumerable<string> Notes(JourneyEvidence? journey, double? p99)
    {
        if (journey?.At(P99) is { } seen && p99 is { } measured && seen > measured * WorthMentioning)
        {
            yield return Text.Invariant(
                $"Callers wait longer than this service measures itself: traces show a p99 of {seen * 1000:0.#} ms, {((seen / measured) - 1) * 100:0} % above the histogram's {measured * 1000:0.#} ms.");
        }

        if (journey?.Percentiles.Any(p => p.IsAtLeast) == true) yield return "Some durations lie beyond what the traces tell: their percentiles are at least what is shown.";
    }
}
