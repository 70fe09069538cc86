using SloFunctions.Application.Validation;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Keeps teams' error budget policies.</summary>
public interface IBudgetPolicies
{
    /// <summary>The thresholds of every team that has some of its own, by team.</summary>
    Task<IReadOnlyDictionary<string, PolicyThresholds>> ReadAllAsync(CancellationToken cancellation);

    /// <summary>A team's policy; the handbook's, of version 0, where none was ever put.</summary>
    Task<TeamPolicy> ReadAsync(string team, CancellationToken cancellation);

    /// <summary>Puts thresholds in place of a team's present ones and notes it in the audit log, all or nothing.</summary>
    /// <param name="team">The team.</param>
    /// <param name="thresholds">The thresholds, in order.</param>
    /// <param name="precondition">What is demanded of the present policy.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The policy as it is now, or what the present one does not meet.</returns>
    Task<Result<TeamPolicy>> ReplaceAsync(
        string team, PolicyThresholds thresholds, Precondition precondition, string actor, DateTimeOffset now, CancellationToken cancellation);
}
