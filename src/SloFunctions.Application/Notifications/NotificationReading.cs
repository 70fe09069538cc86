using System.Text.Json;
using SloFunctions.Application.Drift.Documents;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.Notifications;

/// <summary>Reads what entries of the audit log hold as JSON. Entries are never rewritten, so what cannot be read is left out.</summary>
public static class NotificationReading
{
    private const int MostWarnings = 20;
    private const int MostSuggestions = 10;
    private const int LongestText = 500;

    /// <summary>The <c>targets</c> of an SLO; null without any.</summary>
    public static SloTargetsDocument? Targets(string? slo)
    {
        if (slo is null) return null;
        using var document = JsonDocument.Parse(slo);
        if (Member(document.RootElement, "targets", JsonValueKind.Object) is not { } targets) return null;
        var read = new SloTargetsDocument(
            Number(targets, "availability"), Number(targets, "latency_p95_ms"), Number(targets, "latency_p99_ms"), Number(targets, "latency_p999_ms"));
        return read == new SloTargetsDocument(null, null, null, null) ? null : read;
    }

    /// <summary>The warnings within <c>warnings</c> of the details; empty without any.</summary>
    public static IReadOnlyList<WarningDocument> Warnings(string? details)
    {
        if (details is null) return [];
        using var document = JsonDocument.Parse(details);
        if (Member(document.RootElement, "warnings", JsonValueKind.Array) is not { } warnings) return [];
        return [.. warnings.EnumerateArray().Take(MostWarnings).Select(Warning)];
    }

    /// <summary>The findings within <c>drift</c> of the details; null without any.</summary>
    public static DriftFindingsDocument? Drift(string? details)
    {
        if (details is null) return null;
        using var document = JsonDocument.Parse(details);
        if (Member(document.RootElement, "drift", JsonValueKind.Object) is not { } drift) return null;
        try
        {
            return drift.Deserialize<DriftFindingsDocument>(PublishedJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static WarningDocument Warning(JsonElement warning) => new(
        Text(warning, "code") ?? "",
        Text(warning, "message") ?? "",
        Member(warning, "suggestions", JsonValueKind.Array) is { } suggestions
            ? [.. suggestions.EnumerateArray().Where(s => s.ValueKind == JsonValueKind.String).Take(MostSuggestions).Select(s => MessageText.Cut(s.GetString()!, LongestText))]
            : []);

    private static string? Text(JsonElement parent, string name) =>
        Member(parent, name, JsonValueKind.String) is { } text ? MessageText.Cut(text.GetString()!, LongestText) : null;

    private static double? Number(JsonElement parent, string name) =>
        Member(parent, name, JsonValueKind.Number) is { } number && number.TryGetDouble(out double value) ? value : null;

    private static JsonElement? Member(JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : null;
}
