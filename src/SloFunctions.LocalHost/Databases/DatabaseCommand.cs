using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Publishing;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Inspection;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.LocalHost.Databases;

/// <summary>Tells as JSON what a database holds; <c>./slo drill</c> and <c>./slo storage</c> judge it.</summary>
public static class DatabaseCommand
{
    /// <summary>How to call it.</summary>
    public const string Usage = "usage: database counts | sizes";

    private static readonly JsonSerializerOptions Indented = new(PublishedJson.Options) { WriteIndented = true };

    /// <summary>Runs <c>database</c>.</summary>
    /// <param name="args">The arguments after <c>database</c>.</param>
    /// <param name="settings">Reads how to reach the database; the owner's connection string is used.</param>
    /// <param name="output">Where to answer.</param>
    /// <param name="error">Where to say why there is no answer.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The exit code: 0, or 1 with one line on <paramref name="error"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, Func<PostgresOptions> settings, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            if (args is not ["counts" or "sizes"]) throw new LocalHostException(Usage);
            var database = settings();
            if (string.IsNullOrWhiteSpace(database.OwnerConnectionString)) throw new LocalHostException("Database:OwnerConnectionString is not set.");
            await using var source = PostgresDataSource.Create(database with { ConnectionString = database.OwnerConnectionString, CommandTimeout = database.MigrationTimeout });
            var inspection = new DatabaseInspection(source);
            object found = args[0] == "counts" ? await inspection.CountAsync(cancellation) : await inspection.MeasureAsync(cancellation);
            await output.WriteLineAsync(JsonSerializer.Serialize(found, Indented));
            return 0;
        }
        catch (Exception failure) when (failure is LocalHostException or InvalidSettingException or NpgsqlException or ValidationException)
        {
            await error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
