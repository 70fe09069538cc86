using SloFunctions.Application.Maintenance;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Testing.Ports;

/// <summary>Keeps the maintenance windows of one service without a database.</summary>
public sealed class InMemoryMaintenanceWindows(ServiceId known, string? team) : IMaintenanceWindows
{
    private readonly List<MaintenanceWindow> windows = [];

    /// <summary>The windows, the earliest first.</summary>
    public IReadOnlyList<MaintenanceWindow> Windows => [.. windows.OrderBy(w => w.Span.Start)];

    /// <inheritdoc/>
    public Task<ServiceMaintenance?> ReadAsync(ServiceId service, DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult(service == known ? Present(since) : null);

    /// <inheritdoc/>
    public Task<Result<MaintenanceWindow>> AddAsync(
        ServiceId service, DateTimeOffset since, Func<ServiceMaintenance, Result<MaintenanceWindow>> decide, CancellationToken cancellation)
    {
        if (service != known) return Task.FromResult<Result<MaintenanceWindow>>(Error.ServiceNotFound(service.Value));
        var decided = decide(Present(since));
        if (decided.TryGet(out var window, out _) && !windows.Contains(window)) windows.Add(window);
        return Task.FromResult(decided);
    }

    /// <inheritdoc/>
    public Task<Result<(MaintenanceWindow Before, MaintenanceWindow? After)>> EndAsync(
        ServiceId service,
        Guid id,
        Func<string?, MaintenanceWindow, Result<MaintenanceEnding>> decide,
        (string Actor, DateTimeOffset At) change,
        CancellationToken cancellation) => Task.FromResult(End(id, decide));

    private Result<(MaintenanceWindow Before, MaintenanceWindow? After)> End(Guid id, Func<string?, MaintenanceWindow, Result<MaintenanceEnding>> decide)
    {
        if (windows.Find(w => w.Id == id) is not { } window) return Error.NotFound("maintenance-window", "Maintenance Window", id.ToString("D"));
        if (!decide(team, window).TryGet(out var ending, out var error)) return error;
        windows.Remove(window);
        if (ending.Kept is { } kept) windows.Add(kept);
        return (window, ending.Kept);
    }

    private ServiceMaintenance Present(DateTimeOffset since) => new(team, [.. Windows.Where(w => w.Span.End > since)], false);
}
