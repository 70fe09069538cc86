using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.AutoApproval;

/// <summary>
/// Where auto-approval rules are kept. Each change notes itself in the audit log, or does not take effect. Every call throws
/// <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.
/// </summary>
public interface IRuleStore
{
    /// <summary>Rules in the order in which they are tried.</summary>
    /// <param name="after">Only those after this one; null for all.</param>
    /// <param name="count">The most to read.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyList<RuleSummary>> ListAsync(RulePosition? after, int count, CancellationToken cancellation);

    /// <summary>The rule of an id; null when there is none.</summary>
    Task<RuleSummary?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>The enabled rules in the order in which they are tried, as they are stored.</summary>
    Task<IReadOnlyList<RuleSummary>> ReadEnabledAsync(CancellationToken cancellation);

    /// <summary>Stores a new rule, unless there are too many or its name is taken.</summary>
    Task<Result<RuleSummary>> CreateAsync(Guid id, RuleDraft draft, RuleChange change, CancellationToken cancellation);

    /// <summary>Stores a rule in place of another, unless that is gone, has changed, or the name is another's.</summary>
    Task<Result<RuleSummary>> ReplaceAsync(Guid id, RuleDraft draft, RuleChange change, CancellationToken cancellation);

    /// <summary>Removes a rule, unless it is gone or has changed.</summary>
    /// <returns>The rule as it was.</returns>
    Task<Result<RuleSummary>> DeleteAsync(Guid id, RuleChange change, CancellationToken cancellation);
}
