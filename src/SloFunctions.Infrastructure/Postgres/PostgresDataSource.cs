using System.ComponentModel.DataAnnotations;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Npgsql;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>Builds the one data source, and so the one connection pool, of a process.</summary>
public static class PostgresDataSource
{
    /// <summary>Creates the data source; no connection is opened yet.</summary>
    /// <param name="options">How to reach the server.</param>
    /// <param name="loggers">What Npgsql logs to; null for nothing.</param>
    /// <param name="identity">
    /// Gives the source of Entra tokens; called only where they are used. Unless told, that is the identity of the surroundings: a managed identity
    /// in Azure, the developer's own elsewhere.
    /// </param>
    /// <exception cref="ValidationException">A setting is missing or out of range.</exception>
    /// <exception cref="InvalidSettingException">The connection string cannot be parsed.</exception>
    public static NpgsqlDataSource Create(PostgresOptions options, ILoggerFactory? loggers = null, Func<TokenCredential>? identity = null)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);

        try
        {
            return Build(options, loggers, identity ?? (() => new DefaultAzureCredential()));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new InvalidSettingException($"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}", e.Message, e);
        }
    }

    private static NpgsqlDataSource Build(PostgresOptions options, ILoggerFactory? loggers, Func<TokenCredential> identity)
    {
        var builder = new NpgsqlDataSourceBuilder(options.ConnectionString);
        var settings = builder.ConnectionStringBuilder;
        settings.SearchPath = "slo";
        settings.ApplicationName = "slo-functions";
        settings.Timezone = "UTC";
        settings.Pooling = true;
        settings.MinPoolSize = 0;
        // Statements that repeat are parsed and planned once a connection.
        settings.MaxAutoPrepare = 64;
        settings.AutoPrepareMinUsages = 2;
        settings.MaxPoolSize = options.MaxPoolSize;
        settings.CommandTimeout = (int)options.CommandTimeout.TotalSeconds;
        settings.Timeout = (int)options.ConnectTimeout.TotalSeconds;
        if (loggers is not null)
            builder.UseLoggerFactory(loggers);
        if (options.Authentication == PostgresAuthentication.Entra)
            builder.UseTokens(identity());
        return builder.Build();
    }
}
