using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Makes, shows, changes and removes auto-approval rules.</summary>
public sealed class ManageRules(IRuleStore store, IIdSource ids, TimeProvider clock)
{
    /// <summary>Reads one page.</summary>
    public async Task<RulePage> ListAsync(RuleQuery query, CancellationToken cancellation)
    {
        var found = await store.ListAsync(query.After, query.Limit + 1, cancellation);
        if (found.Count <= query.Limit) return new RulePage(found, null);
        var last = found[query.Limit - 1];
        return new RulePage([.. found.Take(query.Limit)], new RulePosition(last.CreatedAt, last.RuleId).ToCursor());
    }

    /// <summary>Reads one rule.</summary>
    public async Task<Result<RuleSummary>> FindAsync(string ruleId, CancellationToken cancellation)
    {
        if (!IdOf(ruleId).TryGet(out var id, out var error)) return error;
        return await store.FindAsync(id, cancellation) is { } rule ? rule : RuleErrors.NotFound(ruleId);
    }

    /// <summary>Makes a rule.</summary>
    public async Task<Result<RuleSummary>> CreateAsync(RuleBody? body, string actor, CancellationToken cancellation) =>
        RuleDraft.Read(body).TryGet(out var draft, out var error)
            ? await store.CreateAsync(ids.Next(), draft, new RuleChange(actor, clock.GetUtcNow(), Precondition.None), cancellation)
            : error;

    /// <summary>Puts a rule in the place of another.</summary>
    /// <param name="ruleId">The other.</param>
    /// <param name="body">The rule.</param>
    /// <param name="demand">What the other must be at present.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<Result<RuleSummary>> ReplaceAsync(
        string ruleId, RuleBody? body, Precondition demand, string actor, CancellationToken cancellation)
    {
        if (!IdOf(ruleId).TryGet(out var id, out var error) || !RuleDraft.Read(body).TryGet(out var draft, out error)) return error;
        return await store.ReplaceAsync(id, draft, new RuleChange(actor, clock.GetUtcNow(), demand), cancellation);
    }

    /// <summary>Removes a rule. What it has approved stays in force.</summary>
    /// <inheritdoc cref="ReplaceAsync"/>
    public async Task<Result<RuleSummary>> DeleteAsync(string ruleId, Precondition demand, string actor, CancellationToken cancellation) =>
        IdOf(ruleId).TryGet(out var id, out var error)
            ? await store.DeleteAsync(id, new RuleChange(actor, clock.GetUtcNow(), demand), cancellation)
            : error;

    internal static Result<Guid> IdOf(string text) => FieldErrors.PathUuid(text, "rule_id");
}
