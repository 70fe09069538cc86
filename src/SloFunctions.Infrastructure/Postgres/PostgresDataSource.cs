using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;
using Npgsql;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>Builds the one data source, and so the one connection pool, of a process.</summary>
public static class PostgresDataSource
{
    /// <summary>Creates the data source; no connection is opened yet.</summary>
    /// <exception cref="ValidationException">A setting is missing or out of range.</exception>
    /// <exception cref="InvalidSettingException">The connection string cannot be parsed.</exception>
    public static NpgsqlDataSource Create(PostgresOptions options, ILoggerFactory? loggers = null)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);

        try
        {
            return Build(options, loggers);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new InvalidSettingException($"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}", e.Message, e);
        }
    }

    private static NpgsqlDataSource Build(PostgresOptions options, ILoggerFactory? loggers)
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
        return builder.Build();
    }
}
