using System.Globalization;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Tells how chosen targets differ from recommended ones.</summary>
internal static class ModificationDelta
{
    /// <summary>One sentence for each target that differs, by the target's published name.</summary>
    /// <param name="wanted">The targets that somebody named.</param>
    /// <param name="recommended">The targets recommended.</param>
    public static IReadOnlyDictionary<string, string> Of(WantedTargets wanted, WantedTargets recommended)
    {
        var delta = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("availability", Percent.Of(wanted.Availability), Percent.Of(recommended.Availability));
        Add("latency_p95_ms", wanted.P95Ms, recommended.P95Ms);
        Add("latency_p99_ms", wanted.P99Ms, recommended.P99Ms);
        Add("latency_p999_ms", wanted.P999Ms, recommended.P999Ms);
        return delta;

        void Add(string name, double? chosen, double? proposed)
        {
            if (chosen is { } value && value != proposed) delta[name] = Sentence(value, proposed);
        }
    }

    // As decimals: 99.95 − 99.9 is 0.05 there.
    private static string Sentence(double value, double? recommended) => recommended is { } proposed
        ? string.Create(CultureInfo.InvariantCulture, $"{(decimal)value - (decimal)proposed:+0.######;-0.######} from recommended {(decimal)proposed:0.######}")
        : string.Create(CultureInfo.InvariantCulture, $"{(decimal)value:0.######}, where none was recommended");
}
