using SloFunctions.Domain.Backtesting;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Backtesting;

/// <summary>Answers how well each method would have foretold the availability of a fleet.</summary>
public static class RunBacktest
{
    /// <summary>Holds the forecasts of all methods against what came.</summary>
    /// <param name="fleets">The fleets, one after the other.</param>
    /// <param name="plan">Where to forecast.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>The document; a fleet of too short a history is a failure that names it.</returns>
    public static Result<BacktestDocument> Of(IEnumerable<BacktestFleet> fleets, BacktestPlan plan, CancellationToken cancellation)
    {
        var documents = new Dictionary<string, FleetDocument>(StringComparer.Ordinal);
        foreach (var fleet in fleets)
        {
            if (Complaint(fleet, plan) is { } complaint) return Error.Invalid(fleet.Name, complaint);
            documents.Add(fleet.Name, BacktestRendering.Of(fleet, Backtest.Run(fleet.Services, plan, cancellation)));
        }

        return BacktestRendering.Of(plan, documents);
    }

    /// <summary>Collects a fleet whose services arrive one after the other, from a database for example.</summary>
    /// <param name="name">What the document calls it.</param>
    /// <param name="window">The hours that every history spans.</param>
    /// <param name="services">The services with one entry an hour.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static async Task<BacktestFleet> CollectAsync(
        string name, TimeWindow window, IAsyncEnumerable<(ServiceId Service, SliCounts?[] Hours)> services, CancellationToken cancellation)
    {
        var histories = new List<ServiceHistory>();
        await foreach (var (service, hours) in services.WithCancellation(cancellation)) histories.Add(new ServiceHistory(service, hours));
        return new BacktestFleet(name, histories, window);
    }

    private static string? Complaint(BacktestFleet fleet, BacktestPlan plan)
    {
        if (fleet.Services.Count == 0) return "There is no service in it.";
        int hours = fleet.Services.Max(s => s.Hours.Length);
        return hours / 24 >= plan.FewestDays
            ? null
            : Publishing.Text.Invariant($"The history spans {hours / 24.0:0.#} days; {plan.FewestDays} are needed: {plan.LookbackDays} to look back on and {BacktestPlan.HorizonDays} to foretell.");
    }
}
