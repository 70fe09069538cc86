using SloFunctions.Application.AutoApproval;
using SloFunctions.Domain.Results;

namespace SloFunctions.Testing.Ports;

/// <summary>Enabled auto-approval rules that nobody changes.</summary>
public sealed class FixedRules(params IReadOnlyList<RuleSummary> rules) : IRuleStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<RuleSummary>> ReadEnabledAsync(CancellationToken cancellation) => Task.FromResult(rules);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RuleSummary>> ListAsync(RulePosition? after, int count, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<RuleSummary?> FindAsync(Guid id, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Result<RuleSummary>> CreateAsync(Guid id, RuleDraft draft, RuleChange change, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Result<RuleSummary>> ReplaceAsync(Guid id, RuleDraft draft, RuleChange change, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Result<RuleSummary>> DeleteAsync(Guid id, RuleChange change, CancellationToken cancellation) => throw new NotSupportedException();
}
