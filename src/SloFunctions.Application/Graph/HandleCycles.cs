using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Graph;

/// <summary>Shows circular dependencies and notes what people do about them.</summary>
public sealed class HandleCycles(ICycleStore cycles, TimeProvider clock)
{
    /// <summary>Characters of what they say to it.</summary>
    public const int NotesLength = 4000;

    /// <summary>Reads one page.</summary>
    public async Task<CyclePage> ListAsync(CycleQuery query, CancellationToken cancellation)
    {
        var found = await cycles.ListAsync(query.Status, query.After, query.Limit + 1, cancellation);
        if (found.Count <= query.Limit) return new CyclePage(found, null);
        return new CyclePage([.. found.Take(query.Limit)], CycleQuery.CursorAfter(found[query.Limit - 1].Id));
    }

    /// <summary>Notes that somebody has seen a cycle. Doing so again changes nothing; a resolved one cannot be acknowledged.</summary>
    public Task<Result<CycleSummary>> AcknowledgeAsync(string cycleId, CycleActionBody? body, string actor, CancellationToken cancellation) =>
        ActAsync(cycleId, body, async (cycle, _) =>
        {
            if (cycle.Status == Term<CycleStatus>.Name(CycleStatus.Resolved)) return Resolved;
            await cycles.AcknowledgeAsync(cycle.Id, actor, clock.GetUtcNow(), cancellation);
            return null;
        }, cancellation);

    /// <summary>Closes a cycle: it is gone, or meant to stay. Doing so again changes nothing.</summary>
    public Task<Result<CycleSummary>> ResolveAsync(string cycleId, CycleActionBody? body, string actor, CancellationToken cancellation) =>
        ActAsync(cycleId, body, async (cycle, notes) =>
        {
            await cycles.ResolveAsync(cycle.Id, actor, notes, clock.GetUtcNow(), cancellation);
            return null;
        }, cancellation);

    private static Error Resolved => Error.Conflict("cycle-resolved", "Cycle Resolved", "The circular dependency is resolved already.");

    private async Task<Result<CycleSummary>> ActAsync(
        string cycleId, CycleActionBody? body, Func<CycleSummary, string?, Task<Error?>> act, CancellationToken cancellation)
    {
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        var id = errors.Uuid(cycleId, "cycle_id");
        string? notes = errors.Prose(body?.Notes, "notes", NotesLength);
        if (!errors.IsEmpty) return errors.ToError();

        if (await cycles.FindAsync(id!.Value, cancellation) is not { } cycle) return Error.NotFound("circular-dependency", "Circular Dependency", cycleId);
        if (await act(cycle, notes) is { } refusal) return refusal;
        return (await cycles.FindAsync(id.Value, cancellation))!;
    }
}
