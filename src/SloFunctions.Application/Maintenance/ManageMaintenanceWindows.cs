using SloFunctions.Application.Access;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Maintenance;

/// <summary>Announces, shows and takes back planned maintenance of a service.</summary>
public sealed class ManageMaintenanceWindows(IMaintenanceWindows store, MaintenancePolicy policy, IIdSource ids, TimeProvider clock)
{
    /// <summary>Shows the windows that are not over, and those that ended within an SLO window.</summary>
    public async Task<Result<MaintenanceWindowsDocument>> ListAsync(string? serviceId, Caller caller, CancellationToken cancellation)
    {
        if (!ServiceOf(serviceId).TryGet(out var service, out var error)) return error;
        var now = clock.GetUtcNow();
        if (await store.ReadAsync(service, now - ErrorBudget.SloWindow, cancellation) is not { } found) return Error.ServiceNotFound(service.Value);
        if (!caller.ActsFor(found.Team)) return NotYours;
        return new MaintenanceWindowsDocument(
            service.Value, [.. found.Windows.Select(w => MaintenanceWindowDocument.Of(service, w, w.StateAt(now)))], found.IsPending);
    }

    /// <summary>Announces a window. One that is there already, with the same times and reason, is given as it is.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="body">The window.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<Result<MaintenanceWindowDocument>> AnnounceAsync(string? serviceId, MaintenanceWindowBody? body, Caller caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!ServiceOf(serviceId).TryGet(out var service, out var error)) return error;
        if (!MaintenanceRules.Check(body, caller, policy, now).TryGet(out var wanted, out error)) return error;
        var window = new MaintenanceWindow(ids.Next(), wanted.Span, wanted.Reason, MaintenanceRules.IsRetroactive(wanted.Span.Start, now), caller.Actor, Microsecond(now));
        // What ended earlier shares no SLO window with it.
        var since = (window.Span.Start < now ? window.Span.Start : now) - ErrorBudget.SloWindow;
        var added = await store.AddAsync(
            service,
            since,
            present =>
            {
                if (!caller.ActsFor(present.Team)) return NotYours;
                if (present.Windows.FirstOrDefault(w => w.Span == window.Span && w.Reason == window.Reason) is { } same) return same;
                return MaintenanceRules.Check(window.Span, present.Windows, policy) is { } refusal ? refusal : window;
            },
            cancellation);
        return added.TryGet(out var stored, out error) ? MaintenanceWindowDocument.Of(service, stored, stored.StateAt(now)) : error;
    }

    /// <summary>Takes a window back: a planned one is removed, a running one ends now, and one that is over is removed by administrators only.</summary>
    public async Task<Result<MaintenanceWindowDocument>> EndAsync(string? serviceId, string windowId, Caller caller, CancellationToken cancellation)
    {
        if (!ServiceOf(serviceId).TryGet(out var service, out var error)) return error;
        if (!FieldErrors.PathUuid(windowId, "window_id").TryGet(out var id, out error)) return error;
        var now = clock.GetUtcNow();
        var ended = await store.EndAsync(service, id, (team, window) => caller.ActsFor(team) ? Ending(window, caller, now) : NotYours, (caller.Actor, now), cancellation);
        if (!ended.TryGet(out var windows, out error)) return error;
        return windows.After is { } kept
            ? MaintenanceWindowDocument.Of(service, kept, MaintenanceState.Ended)
            : MaintenanceWindowDocument.Of(service, windows.Before, MaintenanceState.Removed);
    }

    private static Error NotYours { get; } = Error.Forbidden(
        "not-your-service", "Not Your Service", "The service belongs to another team.", [new FieldError("service_id", "This service does not belong to your team.")]);

    private static Result<MaintenanceEnding> Ending(MaintenanceWindow window, Caller caller, DateTimeOffset now)
    {
        switch (window.StateAt(now))
        {
            case MaintenanceState.Running:
                // To the next second, so that something is left of one that has just begun.
                var end = MaintenanceSpan.Second(now).AddSeconds(1);
                return new MaintenanceEnding(window with { Span = new MaintenanceSpan(window.Span.Start, end < window.Span.End ? end : window.Span.End) });
            case MaintenanceState.Ended when !caller.Has(Role.SreAdmin):
                return Error.Forbidden("role-required", "Role Required", "The window is over; only an sre_admin may have its requests counted again.");
            default:
                return new MaintenanceEnding((MaintenanceWindow?)null);
        }
    }

    // As times are kept, so that who asks again is given the same.
    private static DateTimeOffset Microsecond(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    private static Result<ServiceId> ServiceOf(string? text)
    {
        var errors = new FieldErrors(1);
        var service = errors.ServiceId(text, "service_id");
        return errors.IsEmpty ? service : errors.ToError();
    }
}
