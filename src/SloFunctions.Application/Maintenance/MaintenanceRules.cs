using System.Globalization;
using SloFunctions.Application.Access;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Maintenance;

/// <summary>What a maintenance window must be like, so that it announces work and does not erase an outage.</summary>
internal static class MaintenanceRules
{
    /// <summary>Checks a request by itself.</summary>
    public static Result<(MaintenanceSpan Span, string Reason)> Check(MaintenanceWindowBody? body, Caller caller, MaintenancePolicy policy, DateTimeOffset now)
    {
        if (body is null) return Error.Invalid("body", "An object is expected.");
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        var start = errors.Instant(body.StartsAt, "starts_at");
        var end = errors.Instant(body.EndsAt, "ends_at");
        string? reason = errors.Prose(body.Reason, "reason", MaintenanceLimits.Reason);
        if (string.IsNullOrWhiteSpace(reason)) errors.Add("reason", "What is done is to be said.");
        if (start is { } from && end is { } to)
        {
            if (to <= from) errors.Add("ends_at", "It must be after starts_at.");
            else if (to - from < MaintenanceLimits.ShortestWindow) errors.Add("ends_at", "A window lasts a minute at least.");
            else if (to - from > policy.LongestWindow) errors.Add("ends_at", $"A window lasts {Words(policy.LongestWindow)} at most.");
        }

        if (start - now > TimeSpan.FromDays(policy.DaysAhead)) errors.Add("starts_at", Invariant($"A window begins within {policy.DaysAhead} days."));
        // Older requests are in no error budget.
        if (now - start > ErrorBudget.SloWindow) errors.Add("starts_at", Invariant($"A window lies at most {ErrorBudget.SloWindow.TotalDays} days back."));
        if (!errors.IsEmpty) return errors.ToError();
        if (IsRetroactive(start!.Value, now) && !caller.Has(Role.SreAdmin)) return AnnouncedTooLate;
        return (new MaintenanceSpan(start.Value, end!.Value), reason!);
    }

    /// <summary>Checks a window beside those that the service has.</summary>
    public static Error? Check(MaintenanceSpan span, IReadOnlyList<MaintenanceWindow> others, MaintenancePolicy policy)
    {
        if (others.FirstOrDefault(w => w.Span.Overlaps(span)) is { } other)
        {
            return Error.Conflict(
                "maintenance-window-overlap", "Maintenance Window Overlap", Invariant($"The window '{other.Id}' is from {other.Span.Start:u} to {other.Span.End:u}."));
        }

        if (others.Count >= MaintenanceLimits.Windows)
            return Error.Conflict("too-many-maintenance-windows", "Too Many Maintenance Windows", Invariant($"The service has {others.Count} windows."));
        var most = ErrorBudget.SloWindow * policy.MostShare;
        var excluded = ExcludedTime.Most(span, [.. others.Select(w => w.Span)]);
        return excluded <= most
            ? null
            : Error.Unprocessable(
                "maintenance-share-exceeded",
                "Maintenance Share Exceeded",
                $"With it, {Words(excluded)} of {Words(ErrorBudget.SloWindow)} would be left out of the error budgets; {Words(most)} may be.",
                new FieldError("ends_at", "Too much maintenance."));
    }

    /// <summary>Whether a window has begun before it is known.</summary>
    public static bool IsRetroactive(DateTimeOffset start, DateTimeOffset now) => MaintenanceSpan.Second(start) < MaintenanceSpan.Second(now);

    private static Error AnnouncedTooLate { get; } = Error.Forbidden(
        "role-required", "Role Required", "Maintenance is announced before it begins; only an sre_admin may register it later.",
        [new FieldError("starts_at", "It lies in the past.")]);

    private static string Words(TimeSpan time) => Invariant($"{time.TotalHours:0.##} hours");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
