namespace SloFunctions.Domain.Drift;

/// <summary>
/// Watches a stream of numbers for a change of its distribution, one number at a time and without allocating. Not for several
/// threads at once.
/// </summary>
public interface IDriftDetector
{
    /// <summary>What the last update compared with <see cref="Threshold"/>; 0 before there was anything to compare.</summary>
    double Statistic { get; }

    /// <summary>Above it (for the Kolmogorov-Smirnov window: from it on) a change is told.</summary>
    double Threshold { get; }

    /// <summary>Takes the next number in.</summary>
    /// <param name="value">Any number; one that is not finite is a gap and changes nothing.</param>
    /// <returns>Whether the stream changed, told once a change.</returns>
    bool Update(double value);

    /// <summary>Forgets the stream, for another one.</summary>
    void Reset();
}
