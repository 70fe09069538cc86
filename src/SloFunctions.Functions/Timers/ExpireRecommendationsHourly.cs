using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Lifecycle;

namespace SloFunctions.Functions.Timers;

/// <summary>Closes recommendations that nobody decided on in time, two minutes past each hour unless set otherwise.</summary>
public sealed partial class ExpireRecommendationsHourly(ExpireRecommendations useCase, ILogger<ExpireRecommendationsHourly> logger)
{
    /// <summary>Runs once.</summary>
    [Function("ExpireRecommendations")]
    public async Task RunAsync([TimerTrigger("%EXPIRY_SCHEDULE%")] TimerInfo timer, CancellationToken cancellation)
    {
        if (await useCase.HandleAsync(cancellation) is > 0 and int expired) LogExpired(expired);
    }

    [LoggerMessage(5002, LogLevel.Information, "{Count} recommendations have expired undecided")]
    private partial void LogExpired(int count);
}
