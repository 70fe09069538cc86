using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Why a submission was not stored in the graph after all.</summary>
/// <param name="Reason">A stable name in snake_case.</param>
/// <param name="Detail">What happened and what can be done about it; at most 1,000 characters.</param>
public sealed record IngestionFailure(string Reason, string Detail)
{
    /// <summary>Each attempt to store it has failed.</summary>
    public const string KeepsFailing = "keeps_failing";

    /// <summary>Somebody has ended the orchestration that stores it.</summary>
    public const string Terminated = "terminated";

    /// <summary>Its process has ended in the middle again and again.</summary>
    public const string TooManyAttempts = "too_many_attempts";

    /// <summary>The most characters of a detail.</summary>
    public const int MaxDetail = 1000;

    /// <summary>A submission that was refused, by the code of the problem that a direct request would have met.</summary>
    internal static IngestionFailure Of(Error refusal) => new(refusal.Code.Replace('-', '_'), $"{refusal.Detail} First of them: {refusal.Fields[0].Field}.");

    /// <summary>The reason as the code of a problem, which dead letters are filed under.</summary>
    internal string ToCode() => Reason.Replace('_', '-');
}
