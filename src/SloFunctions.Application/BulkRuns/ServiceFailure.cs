namespace SloFunctions.Application.BulkRuns;

/// <summary>Why a service could not be computed. It tells no more than a client may know; the log has the rest.</summary>
/// <param name="Code">The kind, snake_case.</param>
/// <param name="Message">The same for people.</param>
public sealed record ServiceFailure(string Code, string Message)
{
    /// <summary>What an exception is told as.</summary>
    public static ServiceFailure Of(Exception failure) => failure switch
    {
        OperationCanceledException or TimeoutException => new("timeout", "The computation took too long and was given up."),
        _ => new("computation_failed", $"The computation failed with {failure.GetType().Name}; the log has the details."),
    };
}
