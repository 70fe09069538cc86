using SloFunctions.Application.Drift.Documents;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.Notifications;

/// <summary>What a message to people says, before any format.</summary>
/// <param name="Title">What happened to which service.</param>
/// <param name="Facts">Names with what they are of this event.</param>
/// <param name="Rationale">Why, in the actor's words; null when nothing was said.</param>
internal sealed record MessageContent(string Title, IReadOnlyList<(string Name, string Value)> Facts, string? Rationale)
{
    private const int NameLength = 100;
    private const int TextLength = 300;
    private const int RationaleLength = 500;
    private const int MostWarnings = 3;

    public static MessageContent Of(NotificationDocument notification) => new(
        $"{What(notification.Action)}: {MessageText.Line(notification.ServiceId, NameLength)}",
        [.. FactsOf(notification)],
        notification.Rationale is { } rationale ? MessageText.Line(rationale, RationaleLength) : null);

    private static string What(string action) => action switch
    {
        "accept" => "Recommendation accepted",
        "modify" => "Recommendation accepted with changes",
        "reject" => "Recommendation rejected",
        "manual" => "Targets set by hand",
        "auto_approve" => "Recommendation accepted by a rule",
        "expire" => "Recommendation expired",
        "drift_triggered" => "Drift detected",
        _ => MessageText.Line(action, NameLength),
    };

    private static IEnumerable<(string Name, string Value)> FactsOf(NotificationDocument notification)
    {
        var (before, after) = notification.Targets;
        yield return ("Service", MessageText.Line(notification.ServiceId, NameLength));
        yield return ("Team", MessageText.Line(notification.Team, NameLength));
        yield return ("By", MessageText.Line(notification.Actor, NameLength));
        if (notification.Tier is { } tier) yield return ("Tier", MessageText.Line(tier, NameLength));
        if (Change(before?.Availability, after?.Availability, "%") is { } availability) yield return ("Availability", availability);
        if (Change(before?.LatencyP95Ms, after?.LatencyP95Ms, "ms") is { } p95) yield return ("Latency p95", p95);
        if (Change(before?.LatencyP99Ms, after?.LatencyP99Ms, "ms") is { } p99) yield return ("Latency p99", p99);
        if (Change(before?.LatencyP999Ms, after?.LatencyP999Ms, "ms") is { } p999) yield return ("Latency p99.9", p999);
        foreach (var fact in DriftFacts(notification.Drift)) yield return fact;
        foreach (var warning in notification.Warnings.Take(MostWarnings)) yield return ("Warning", MessageText.Line(warning.Message, TextLength));
    }

    // What happened stands in the sentence beside these.
    private static IEnumerable<(string Name, string Value)> DriftFacts(DriftFindingsDocument? drift)
    {
        if (drift?.Change is not { } change) yield break;
        if (change.ChangePercent is { } percent) yield return ("Change", Text.Invariant($"{percent:+0.#;-0.#} %"));
        yield return ("Since", Text.Invariant($"{change.Onset.UtcDateTime:yyyy-MM-dd HH:mm} UTC"));
        if (change.BurnRate is { } rate) yield return ("Burn rate", Text.Invariant($"{rate:0.##}"));
        yield return ("Detectors", string.Join(", ", (drift.Detectors ?? []).Where(d => d.Detected).Select(d => MessageText.Line(d.Detector, NameLength))));
    }

    private static string? Change(double? before, double? after, string unit) => (before, after) switch
    {
        (null, null) => null,
        (null, { } now) => Text.Invariant($"{now:0.######} {unit}"),
        ({ } then, null) => Text.Invariant($"{then:0.######} {unit} before"),
        ({ } then, { } now) => Text.Invariant($"{then:0.######} → {now:0.######} {unit}"),
    };
}
