using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Audit.Documents;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Publishing;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Audit;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.LocalHost.Audit;

/// <summary>Verifies the audit logs from a shell, as whoever looks after the database, without the app.</summary>
public static class AuditCommand
{
    private const int Broken = 1;
    private const int CannotLook = 2;

    private static readonly JsonSerializerOptions Indented = new(PublishedJson.Options) { WriteIndented = true };

    /// <summary>Runs <c>audit</c>.</summary>
    /// <param name="args">The arguments after <c>audit</c>.</param>
    /// <param name="settings">Reads all settings; the owner's connection string is used, and the account that holds anchors.</param>
    /// <param name="output">Where to answer.</param>
    /// <param name="error">Where to say why there is no answer.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The exit code: 0 when the logs are intact, 1 when they are not, 2 with one line on <paramref name="error"/> when that cannot be told.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, Func<IConfiguration> settings, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var options = AuditOptions.Parse(args);
            var found = await VerifyAsync(settings(), cancellation);
            foreach (string line in options.IsJson ? [JsonSerializer.Serialize(found, Indented)] : AuditText.Of(found)) await output.WriteLineAsync(line);
            return found.Intact ? 0 : Broken;
        }
        catch (DependencyUnavailableException failure)
        {
            await error.WriteLineAsync($"The database does not answer: {failure.InnerException?.Message}");
        }
        catch (Exception failure) when (failure is LocalHostException or InvalidSettingException or NpgsqlException or ValidationException)
        {
            await error.WriteLineAsync(failure.Message);
        }

        return CannotLook;
    }

    private static async Task<VerificationDocument> VerifyAsync(IConfiguration settings, CancellationToken cancellation)
    {
        var database = settings.GetSection(PostgresOptions.Section).Get<PostgresOptions>() ?? new PostgresOptions();
        if (string.IsNullOrWhiteSpace(database.OwnerConnectionString)) throw new LocalHostException("Database:OwnerConnectionString is not set.");
        var anchors = TableAuditAnchors.Find(settings.Bind<AuditAnchorOptions>(AuditAnchorOptions.Section), settings, () => new DefaultAzureCredential());
        await using var source = PostgresDataSource.Create(database with { ConnectionString = database.OwnerConnectionString });
        var verification = new VerifyAuditLog(new PostgresAuditChains(new PostgresDatabase(source)), anchors, TimeProvider.System);
        return await verification.HandleAsync(cancellation);
    }
}
