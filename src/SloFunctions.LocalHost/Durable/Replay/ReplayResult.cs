namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>What a replay came to.</summary>
/// <param name="Actions">What the code asked for in the last step, beyond its history.</param>
/// <param name="End">How the execution ended; null while it waits.</param>
/// <param name="CustomStatus">The custom status that the code has set, as JSON; null when it has set none.</param>
/// <param name="Unprocessed">Raised events that nobody has waited for and that the next execution shall have; only after <c>ContinueAsNew</c>.</param>
/// <param name="IsNonDeterministic">Whether the code and its history differ; <paramref name="End"/> says where.</param>
public sealed record ReplayResult(
    IReadOnlyList<HistoryEvent> Actions, HistoryEvent? End, string? CustomStatus, IReadOnlyList<HistoryEvent> Unprocessed, bool IsNonDeterministic)
{
    /// <summary>Where the code and its history differ; null when they agree.</summary>
    public string? Divergence => IsNonDeterministic ? End?.Failure?.ErrorMessage : null;
}
