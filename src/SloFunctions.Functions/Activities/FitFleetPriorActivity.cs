using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Prediction;

namespace SloFunctions.Functions.Activities;

/// <summary>Learns how services of this fleet fail, where it is time to.</summary>
public sealed partial class FitFleetPriorActivity(FitFleetPrior useCase, ILogger<FitFleetPriorActivity> logger)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    /// <param name="grownAt">When histories of further services began to be read; null when none were.</param>
    /// <param name="cancellation">Ends it early.</param>
    [Function(nameof(FitFleetPrior))]
    public async Task RunAsync([ActivityTrigger] DateTimeOffset? grownAt, CancellationToken cancellation)
    {
        if (await useCase.HandleAsync(grownAt, cancellation) is { } fitted) LogFitted(fitted.Prior.Incidents, fitted.Prior.Services);
    }

    [LoggerMessage(2003, LogLevel.Information, "Learnt from {Incidents} incidents of {Services} services how this fleet fails")]
    private partial void LogFitted(int incidents, int services);
}
