namespace SloFunctions.Application.Lifecycle;

/// <summary>How large the parts of a decision may be.</summary>
public static class LifecycleLimits
{
    /// <summary>Characters of a rationale.</summary>
    public const int Rationale = 4000;

    /// <summary>Characters of an actor, and of an idempotency key.</summary>
    public const int Name = 255;

    /// <summary>The longest duration that can be a target, milliseconds: an hour.</summary>
    public const double LatencyMs = 3_600_000;

    /// <summary>The shortest duration that can be a target, milliseconds.</summary>
    public const double LeastLatencyMs = 0.001;

    /// <summary>How long an idempotency key is remembered.</summary>
    public static readonly TimeSpan RepeatMemory = TimeSpan.FromHours(24);
}
