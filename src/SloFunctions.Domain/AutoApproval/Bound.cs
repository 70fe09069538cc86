using System.Globalization;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>Conditions that bound a figure. A figure that is not known is never within bounds.</summary>
internal static class Bound
{
    // Differences of decimal figures, such as 99.9 − 99.5, are not exact in binary; what people would call equal is.
    private const double Tolerance = 1e-9;

    public static ConditionVerdict AtLeast(string name, string what, double least, double? actual) =>
        Verdict(name, what, "at least", least, actual, actual >= least - Tolerance);

    public static ConditionVerdict AtMost(string name, string what, double most, double? actual) =>
        Verdict(name, what, "at most", most, actual, actual <= most + Tolerance);

    private static ConditionVerdict Verdict(string name, string what, string relation, double bound, double? actual, bool holds)
    {
        string limit = $"{relation} {Number(bound)}";
        string sentence = actual is not { } figure ? $"The {what} is not known; {limit} is needed."
            : holds ? $"The {what} is {Number(figure)}, and {limit} is needed."
            : $"The {what} is {Number(figure)}, but {limit} is needed.";
        return new ConditionVerdict(name, IsGuard: false, limit, actual is { } known ? Number(known) : "unknown", holds, sentence);
    }

    private static string Number(double value) => Math.Round(value, 9).ToString("0.#########", CultureInfo.InvariantCulture);
}
