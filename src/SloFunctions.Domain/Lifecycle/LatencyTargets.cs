namespace SloFunctions.Domain.Lifecycle;

/// <summary>How long most requests take at most, in milliseconds. A higher percentile is never promised less time than a lower one.</summary>
public sealed record LatencyTargets
{
    /// <summary>No promise.</summary>
    public static readonly LatencyTargets None = new(null, null, null);

    /// <summary>Names the targets; those that are null are not promised.</summary>
    /// <param name="p95Ms">What 95 % of the requests stay within, above 0.</param>
    /// <param name="p99Ms">What 99 % of the requests stay within, above 0.</param>
    /// <param name="p999Ms">What 99.9 % of the requests stay within, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A duration is not above 0 and finite.</exception>
    /// <exception cref="ArgumentException">They are not in order.</exception>
    public LatencyTargets(double? p95Ms, double? p99Ms, double? p999Ms)
    {
        RequirePositive(p95Ms, nameof(p95Ms));
        RequirePositive(p99Ms, nameof(p99Ms));
        RequirePositive(p999Ms, nameof(p999Ms));
        if (!AreOrdered(p95Ms, p99Ms, p999Ms)) throw new ArgumentException("A higher percentile cannot take less time than a lower one.", nameof(p999Ms));
        (P95Ms, P99Ms, P999Ms) = (p95Ms, p99Ms, p999Ms);
    }

    /// <summary>What 95 % of the requests stay within; null when not promised.</summary>
    public double? P95Ms { get; }

    /// <summary>What 99 % of the requests stay within; null when not promised.</summary>
    public double? P99Ms { get; }

    /// <summary>What 99.9 % of the requests stay within; null when not promised.</summary>
    public double? P999Ms { get; }

    /// <summary>Whether nothing is promised.</summary>
    public bool IsNone => (P95Ms, P99Ms, P999Ms) is (null, null, null);

    /// <summary>Whether no percentile is promised less time than a lower one.</summary>
    public static bool AreOrdered(double? p95Ms, double? p99Ms, double? p999Ms) =>
        !(p95Ms > p99Ms) && !(p99Ms > p999Ms) && !(p95Ms > p999Ms);

    private static void RequirePositive(double? milliseconds, string name)
    {
        if (milliseconds is not (null or (> 0 and < double.PositiveInfinity))) throw new ArgumentOutOfRangeException(name, milliseconds, "A duration is above 0 and finite.");
    }
}
