using Microsoft.Extensions.Configuration;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.LocalHost.Settings;

namespace SloFunctions.LocalHost.Migrations;

/// <summary>Where <c>migrate</c> finds the database: the environment, else <c>local.settings.json</c>, as the app does.</summary>
internal static class MigrateSettings
{
    /// <exception cref="LocalHostException">The settings file is wrong.</exception>
    public static PostgresOptions Read() => All().GetSection(PostgresOptions.Section).Get<PostgresOptions>() ?? new PostgresOptions();

    /// <summary>All settings there.</summary>
    /// <exception cref="LocalHostException">The settings file is wrong.</exception>
    public static IConfiguration All()
    {
        string file = Path.Combine(LocalHostOptions.Parse([]).Directory, LocalSettings.FileName);
        return new ConfigurationBuilder()
            .AddInMemoryCollection(LocalSettings.Read(file).Values.Select(v => new KeyValuePair<string, string?>(v.Key, v.Value)))
            .AddEnvironmentVariables()
            .Build();
    }
}
