using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.BulkRuns;

/// <summary>What the audit log keeps of a bulk run.</summary>
/// <param name="State">How it stood.</param>
/// <param name="Scope">Which services it is about.</param>
/// <param name="Team">The team; null unless the scope is one.</param>
/// <param name="LookbackDays">Days of history looked at.</param>
/// <param name="Method">How targets are derived.</param>
/// <param name="Force">Whether recommendations that are still valid are computed anew too.</param>
/// <param name="Services">How many services it is about.</param>
public sealed record AuditedBulkRun(string State, string Scope, string? Team, int LookbackDays, string Method, bool Force, int Services)
{
    /// <summary>What is kept of a run.</summary>
    public static AuditedBulkRun Of(BulkRun run) => new(
        Term<BulkRunState>.Name(run.State), Term<BulkScope>.Name(run.Scope), run.Team, run.LookbackDays, Term<RecommendationMethod>.Name(run.Method), run.Force, run.Counts.Total);
}
