using Npgsql;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Migrations;
using SloFunctions.Infrastructure.Postgres.Roles;

namespace SloFunctions.LocalHost.Migrations;

/// <summary>Moves the database schema from version to version.</summary>
public static class MigrateCommand
{
    /// <summary>Runs <c>migrate</c>.</summary>
    /// <param name="args">The arguments after <c>migrate</c>.</param>
    /// <param name="settings">Reads how to reach the database; the owner's connection string is used.</param>
    /// <param name="output">Where to say what was done.</param>
    /// <param name="error">Where to say what went wrong.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The exit code: 0, or 1 with one line on <paramref name="error"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, Func<PostgresOptions> settings, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var options = MigrateOptions.Parse(args);
            var database = settings();
            if (string.IsNullOrWhiteSpace(database.OwnerConnectionString))
                throw new LocalHostException("Database:OwnerConnectionString is not set.");

            var runner = MigrationRunner.Create(database);
            foreach (string line in await DoAsync(options, runner, database.OwnerConnectionString, cancellation)) await output.WriteLineAsync(line);
            return 0;
        }
        catch (Exception failure) when (failure is LocalHostException or MigrationException or NpgsqlException or ArgumentException)
        {
            await error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static async Task<IReadOnlyList<string>> DoAsync(
        MigrateOptions options, MigrationRunner runner, string owner, CancellationToken cancellation)
    {
        if (options.Action == "status")
        {
            var status = await runner.StatusAsync(cancellation);
            return [$"at version {status.Version}, {status.Pending.Count} pending", .. status.Conflict is { } conflict ? [conflict] : Array.Empty<string>()];
        }

        if (options.Action == "down")
        {
            int target = options.Target ?? Math.Max(0, (await runner.StatusAsync(cancellation)).Version - 1);
            return Report("took back", await runner.DownAsync(target, cancellation));
        }

        var applied = await runner.UpAsync(cancellation);
        if (options is { Login: { } login, Password: { } password }) await ApplicationLogin.EnsureAsync(owner, login, password, cancellation);
        if (options is { Principal: { } principal, ObjectId: { } id }) await EntraLogin.EnsureAsync(owner, principal, id, cancellation);
        return Report("applied", applied);
    }

    private static IReadOnlyList<string> Report(string verb, IReadOnlyList<Migration> migrations) =>
        migrations.Count == 0 ? ["nothing to do"] : [.. migrations.Select(m => $"{verb} {m.Version:D4} {m.Name}")];
}
