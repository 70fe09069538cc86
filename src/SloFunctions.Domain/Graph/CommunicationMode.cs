namespace SloFunctions.Domain.Graph;

/// <summary>Whether the caller waits for the answer.</summary>
public enum CommunicationMode
{
    /// <summary>The caller waits: a failure is felt at once.</summary>
    Sync,

    /// <summary>The caller goes on: a failure delays work but does not fail the request.</summary>
    Async,
}
