using Npgsql;
using SloFunctions.Application.Access;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>A large submission as its row.</summary>
internal static class SubmissionRow
{
    private const string Delete = "DELETE FROM graph_submissions WHERE id = $1";

    public static object?[] Of(GraphSubmission submission)
    {
        var (update, caller) = (submission.Update, submission.Caller);
        return
        [
            submission.Id,
            Term<Domain.Graph.DiscoverySource>.Name(update.Source),
            update.ObservedAt.ToUniversalTime(),
            submission.ReceivedAt.ToUniversalTime(),
            update.Nodes.Count,
            update.Edges.Count,
            GraphUpdateContent.Write(update),
            Term<CredentialKind>.Name(caller.Credential),
            caller.ClientId,
            caller.Actor,
            caller.Role is { } role ? Term<Role>.Name(role) : null,
            caller.Teams.ToArray(),
        ];
    }

    public static async Task<GraphSubmission?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellation)
    {
        var found = await connection.QueryAsync(
            SqlFiles.Load("Graph/lock_submission.sql"),
            [id],
            row => (Content: row.GetFieldValue<byte[]>(0), Caller: CallerOf(row), ReceivedAt: row.GetFieldValue<DateTimeOffset>(6)),
            cancellation);
        return found.Count == 0 ? null : new GraphSubmission(id, GraphUpdateContent.Read(found[0].Content), found[0].Caller, found[0].ReceivedAt);
    }

    public static Task RemoveAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellation) => connection.ExecuteAsync(Delete, [id], cancellation);

    private static Caller CallerOf(NpgsqlDataReader row) => new(
        Term<CredentialKind>.Of(row.GetString(1)),
        row.GetString(2),
        row.GetString(3),
        row.Nullable<string>(4) is { } role ? Term<Role>.Of(role) : null,
        row.GetFieldValue<string[]>(5),
        new Dictionary<string, int>(StringComparer.Ordinal));
}
