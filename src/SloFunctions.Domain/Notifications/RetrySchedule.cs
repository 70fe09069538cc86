using System.Globalization;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Notifications;

/// <summary>When a notification is tried again: eight attempts over about a day.</summary>
public static class RetrySchedule
{
    /// <summary>Attempts before a notification is given up.</summary>
    public const int MaxAttempts = 8;

    /// <summary>The longest wait that a receiver can ask for.</summary>
    public static readonly TimeSpan LongestAskedFor = TimeSpan.FromHours(12);

    // Steps grow about threefold and cover a night without anybody at the receiver's side.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(12),
    ];

    /// <summary>How long to wait after an attempt: 80 to 120 % of the schedule, so that what failed together is not tried together, and at least what the receiver asked for.</summary>
    /// <param name="delivery">The notification, which decides on the share; the same each time.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="askedFor">The receiver's <c>Retry-After</c>; null without one.</param>
    /// <returns>Null when it was the last attempt.</returns>
    public static TimeSpan? WaitAfter(Guid delivery, int attempt, TimeSpan? askedFor = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(attempt);
        if (attempt >= MaxAttempts) return null;
        int percent = 80 + SeededRandom.For(string.Create(CultureInfo.InvariantCulture, $"notification {delivery:D} {attempt}")).Below(41);
        var wait = Waits[attempt - 1] * percent / 100;
        if (askedFor is not { } asked) return wait;
        var bounded = asked > LongestAskedFor ? LongestAskedFor : asked;
        return bounded > wait ? bounded : wait;
    }

    /// <summary>What an HTTP status says of an attempt. A redirect is not followed and counts as a failure: it may be a page for maintenance.</summary>
    public static DeliveryVerdict Judge(int status) => status switch
    {
        >= 200 and <= 299 => DeliveryVerdict.Delivered,
        408 or 425 or 429 => DeliveryVerdict.Failed,
        >= 400 and <= 499 => DeliveryVerdict.Refused,
        _ => DeliveryVerdict.Failed,
    };
}
