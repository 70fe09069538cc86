using Npgsql;
using SloFunctions.Application.Access;
using SloFunctions.Application.Failures;
using SloFunctions.Domain.Results;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Access;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.LocalHost.ApiKeys;

/// <summary>Issues, lists and revokes API keys from a shell, so that there is a first one.</summary>
public static class ApiKeyCommand
{
    /// <summary>Runs <c>apikey</c>.</summary>
    /// <param name="args">The arguments after <c>apikey</c>.</param>
    /// <param name="settings">Reads how to reach the database; the application's connection string is used.</param>
    /// <param name="output">Where a new key goes, alone on its line, and lists.</param>
    /// <param name="error">Where to say the rest.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The exit code: 0, or 1 with one line on <paramref name="error"/>.</returns>
    public static async Task<int> RunAsync(
        string[] args, Func<PostgresOptions> settings, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var options = ApiKeyOptions.Parse(args);
            await using var source = PostgresDataSource.Create(settings());
            var store = new PostgresApiKeyStore(new PostgresDatabase(source));
            using var verification = new VerifyApiKey(store, new AccessPolicy(), TimeProvider.System);
            var keys = new ManageApiKeys(store, verification, new RandomIdSource(TimeProvider.System), new RandomSecretSource(), TimeProvider.System);
            return options.Action switch
            {
                "create" => await CreateAsync(keys, options.Key, output, error, cancellation),
                "revoke" => await RevokeAsync(keys, options.Id!, output, error, cancellation),
                _ => await ListAsync(keys, output, cancellation),
            };
        }
        catch (Exception failure) when (failure is LocalHostException or InvalidSettingException or DependencyUnavailableException or NpgsqlException
            or System.ComponentModel.DataAnnotations.ValidationException)
        {
            await error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static string Actor => $"shell:{Environment.UserName}";

    private static async Task<int> CreateAsync(ManageApiKeys keys, ApiKeyBody body, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (!(await keys.CreateAsync(body, Actor, cancellation)).TryGet(out var issued, out var wrong)) return await FailAsync(wrong, error);
        await error.WriteLineAsync($"{Line(issued.Key)}\nThe key is shown this once:");
        await output.WriteLineAsync(issued.ApiKey);
        return 0;
    }

    private static async Task<int> RevokeAsync(ManageApiKeys keys, string id, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (!(await keys.RevokeAsync(id, Actor, cancellation)).TryGet(out var revoked, out var wrong)) return await FailAsync(wrong, error);
        await output.WriteLineAsync(Line(revoked));
        return 0;
    }

    private static async Task<int> ListAsync(ManageApiKeys keys, TextWriter output, CancellationToken cancellation)
    {
        string? cursor = null;
        do
        {
            var page = await keys.ListAsync(ApiKeyQuery.Parse(cursor, null).Value!, cancellation);
            foreach (var key in page.ApiKeys) await output.WriteLineAsync(Line(key));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return 0;
    }

    private static string Line(ApiKeySummary key)
    {
        string state = key.RevokedAt is { } revoked ? $"revoked {revoked:u}" : key.ExpiresAt is { } end ? $"expires {end:u}" : "valid";
        return $"{key.KeyId:D}  {ApiKeyText.Scheme}{key.Prefix}…  {key.Role}{(key.Team is { } team ? $" of {team}" : "")}  {state}  {key.Name}";
    }

    private static async Task<int> FailAsync(Error wrong, TextWriter error)
    {
        await error.WriteLineAsync(wrong.Detail);
        return 1;
    }
}
