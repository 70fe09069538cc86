using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Graph;

namespace SloFunctions.Functions.Activities;

/// <summary>Gives up a large submission that keeps failing.</summary>
public sealed partial class GiveUpGraphSubmissionActivity(GiveUpGraphSubmission useCase, ILogger<GiveUpGraphSubmissionActivity> logger)
{
    /// <summary>Runs once; a failure has it run again.</summary>
    /// <param name="input">The submission, and why it is given up.</param>
    /// <param name="cancellation">Ends the call early.</param>
    [Function(nameof(GiveUpGraphSubmission))]
    public async Task<GraphSubmissionOutcome> RunAsync([ActivityTrigger] GraphIngestionFailure input, CancellationToken cancellation)
    {
        var result = await useCase.HandleAsync(input.IngestionId, IngestionFailure.KeepsFailing, $"{input.ErrorType}: {input.ErrorMessage}", cancellation);
        if (result.Failure is { } failure) LogGivenUp(input.IngestionId, failure.Reason, input.ErrorType);
        return result.Outcome;
    }

    [LoggerMessage(5825, LogLevel.Error, "Graph submission {IngestionId} is kept as a dead letter: {Reason}, the last attempt ended with {ErrorType}")]
    private partial void LogGivenUp(Guid ingestionId, string reason, string errorType);
}
