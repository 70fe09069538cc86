using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.BulkRuns;

/// <summary>Why bulk runs are refused.</summary>
internal static class BulkRunErrors
{
    public static Error NotFound(Guid id) => Error.NotFound("bulk-run", "Bulk Run", id.ToString("D"));

    public static Error Active(Guid id) => Error.Conflict(
        "bulk-run-active", "Bulk Run Active", $"The bulk run {id:D} is active; wait for its end, or cancel it.");

    public static Error Ended(BulkRun run) => Error.Conflict(
        "bulk-run-ended", "Bulk Run Ended", $"The bulk run {run.Id:D} has ended by itself, in the state {Term<BulkRunState>.Name(run.State)}.");

    public static Error Empty(BulkScope scope) => scope == BulkScope.Team
        ? Error.Unprocessable("empty-scope", "Empty Scope", "No internal service is registered with this team.", new FieldError("team", "The team has no internal service."))
        : Error.Unprocessable("empty-scope", "Empty Scope", "No internal service is registered.", new FieldError("scope", "There is no internal service."));

    public static Error Unknown(IReadOnlyList<int> places, int total) => new(
        ErrorKind.Unprocessable,
        "unknown-services",
        "Unknown Services",
        Text.Invariant($"{total} of the services are not registered."),
        [.. places.Select(i => new FieldError(Text.Invariant($"service_ids[{i}]"), "No service is registered by this id."))]);
}
