using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Application.Drift;

/// <summary>How often, how densely and of how many services drift is looked for. How series are judged is the domain's.</summary>
public sealed record DriftRunPolicy : IValidatableObject
{
    /// <summary>From one point to the next, whole seconds, 15 seconds to 15 minutes. The default is a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:15", "00:15:00")]
    public TimeSpan Step { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What each point sums up, whole seconds; at least two scrape intervals, or scrapes that come late leave gaps. The default is two minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")]
    public TimeSpan RateWindow { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long samples may take to arrive. 0 to 10 minutes. The default is 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often critical services are looked at: what the schedule is set to, since they are in every run. The default is 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CriticalCadence { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often services other than critical ones are looked at, at the most; critical ones are in every run. The default is 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Cadence { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Services that are asked about in one query, 1 to 2,000. The default is 250.</summary>
    [Range(1, 2000)]
    public int BatchSize { get; init; } = 250;

    /// <summary>Parts of the services that are looked at at the same time, 1 to 16. The default is 2.</summary>
    [Range(1, 16)]
    public int Parallelism { get; init; } = 2;

    /// <summary>Days that baselines are learnt from, 1 to 14. The default is 7.</summary>
    [Range(1, 14)]
    public int BaselineDays { get; init; } = 7;

    /// <summary>From one point that a baseline is learnt from to the next, whole seconds, 15 seconds to an hour. The default is 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:15", "01:00:00")]
    public TimeSpan BaselineStep { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After how many days baselines are learnt anew, 1 to 30. The default is 7.</summary>
    [Range(1, 30)]
    public int BaselineAgeDays { get; init; } = 7;

    /// <summary>Services of which baselines are learnt in one run, at the most, 1 to 5,000. The default is 200.</summary>
    [Range(1, 5000)]
    public int LearntPerRun { get; init; } = 200;

    /// <summary>Services whose recommendations are computed anew in one run, at the most, 0 to 1,000. The default is 20.</summary>
    [Range(0, 1000)]
    public int ReevaluatedPerRun { get; init; } = 20;

    /// <summary>How long one run may take before it leaves the rest to the next, 10 seconds to an hour. The default is four minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan RunTime { get; init; } = TimeSpan.FromMinutes(4);

    // Timers do not fire to the second.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>When a service other than a critical one must have been looked at last, to be due in a sweep that began at <paramref name="sweep"/>.</summary>
    public DateTimeOffset DueBefore(DateTimeOffset sweep) => sweep - Cadence + Slack;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsWholeSeconds(Step)) yield return Broken("Whole seconds are expected.", nameof(Step));
        if (!IsWholeSeconds(RateWindow)) yield return Broken("Whole seconds are expected.", nameof(RateWindow));
        if (!IsWholeSeconds(BaselineStep)) yield return Broken("Whole seconds are expected.", nameof(BaselineStep));
        if (RateWindow < Step) yield return Broken($"At least {nameof(Step)} is expected: requests between two points would be seen by none.", nameof(RateWindow));
    }

    private static bool IsWholeSeconds(TimeSpan time) => time.Ticks % TimeSpan.TicksPerSecond == 0;

    private static ValidationResult Broken(string complaint, string setting) => new(complaint, [setting]);
}
