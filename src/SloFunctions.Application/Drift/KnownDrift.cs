using SloFunctions.Application.Drift.Documents;

namespace SloFunctions.Application.Drift;

/// <summary>What is kept of the drift of a service.</summary>
/// <param name="IsCritical">Whether it is looked at in every run.</param>
/// <param name="EvaluatedAt">When it was last looked at; null if never.</param>
/// <param name="Series">Every series there is, whether looked at or not.</param>
public sealed record KnownDrift(bool IsCritical, DateTimeOffset? EvaluatedAt, IReadOnlyList<KnownDrift.Line> Series)
{
    /// <summary>One series.</summary>
    /// <param name="Series">Its name.</param>
    /// <param name="State">What is known of it.</param>
    /// <param name="Since">Since when; null before it was looked at.</param>
    /// <param name="Findings">What was last found; null before it was looked at.</param>
    /// <param name="Baseline">What it is held against; null without one.</param>
    public sealed record Line(
        string Series, DriftState State, DateTimeOffset? Since, DriftFindingsDocument? Findings, DriftBaselineDocument? Baseline);
}
