using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace SloFunctions.LocalHost.DurableWebhooks;

/// <summary>What a request says of the orchestrations that it is about; null where it says nothing.</summary>
/// <param name="CreatedFrom">Started then or later.</param>
/// <param name="CreatedTo">Started then or earlier.</param>
/// <param name="Statuses">Which stand so.</param>
/// <param name="Prefix">Whose id begins so.</param>
/// <param name="Top">How many at most: 1 to 1000.</param>
/// <param name="ShowInput">Whether inputs are shown.</param>
internal sealed record InstanceFilter(
    DateTimeOffset? CreatedFrom, DateTimeOffset? CreatedTo, IReadOnlyList<OrchestrationRuntimeStatus>? Statuses, string? Prefix, int Top, bool ShowInput)
{
    private const int MostAtOnce = 1000;

    /// <exception cref="BadHttpRequestException">A value makes no sense.</exception>
    public static InstanceFilter Read(IQueryCollection query) => new(
        Time(query, "createdTimeFrom"),
        Time(query, "createdTimeTo"),
        Value(query, "runtimeStatus") is { } list ? [.. list.Split(',', StringSplitOptions.TrimEntries).Select(Status)] : null,
        Value(query, "instanceIdPrefix") is { } prefix ? WebhookGuard.Text(prefix, "instanceIdPrefix") : null,
        Count(query, "top"),
        Value(query, "showInput") is not { } shown || (bool.TryParse(shown, out bool show) ? show : throw Bad("showInput", "true or false")));

    private static string? Value(IQueryCollection query, string name) => query[name] switch
    {
        [] or [null or ""] => null,
        [var only] => only,
        _ => throw Bad(name, "stated once"),
    };

    private static DateTimeOffset? Time(IQueryCollection query, string name) => Value(query, name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time
        : throw Bad(name, "a time such as 2026-11-01T08:00:00Z");

    private static int Count(IQueryCollection query, string name) => Value(query, name) is not { } text ? OrchestrationQuery.DefaultPageSize
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= MostAtOnce ? count
        : throw Bad(name, $"a number from 1 to {MostAtOnce}");

    private static OrchestrationRuntimeStatus Status(string text) =>
        text.All(char.IsAsciiLetter) && Enum.TryParse<OrchestrationRuntimeStatus>(text, ignoreCase: true, out var status)
            ? status
            : throw Bad("runtimeStatus", $"a list of {string.Join(", ", Enum.GetNames<OrchestrationRuntimeStatus>())}");

    private static BadHttpRequestException Bad(string name, string expected) => new($"{name} must be {expected}.");
}
