using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>How to reach PostgreSQL; bound from the section <see cref="Section"/>.</summary>
public sealed record PostgresOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Database";

    /// <summary>Connection string of the application: a login that is a member of <c>slo_app</c>.</summary>
    [Required]
    public string ConnectionString { get; init; } = "";

    /// <summary>
    /// Connection string for migrations: a login that is a member of <c>slo_owner</c> or may create roles.
    /// Needed only where migrations run.
    /// </summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>What <see cref="ConnectionString"/> is used with: its own <c>password</c>, or tokens of Microsoft Entra ID (<c>entra</c>), which take one without.</summary>
    /// <value>The default is <c>password</c>.</value>
    [EnumDataType(typeof(PostgresAuthentication), ErrorMessage = "One of password and entra is expected.")]
    public PostgresAuthentication Authentication { get; init; }

    /// <summary>
    /// Most connections this instance opens at once. Instances times this number must stay below the server's
    /// <c>max_connections</c>, so lower it where many instances share one small server.
    /// </summary>
    /// <value>The default is 50, which is also the most an instance may have; at least 2, since one may be held while another is needed.</value>
    [Range(2, 50)]
    public int MaxPoolSize { get; init; } = 50;

    /// <summary>Longest wait for the answer to one command, in whole seconds.</summary>
    /// <value>The default is 15 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for a connection, from the pool or the server, in whole seconds.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait of a migration for another runner, or for a table in use.</summary>
    /// <value>The default is 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MigrationLockWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest duration of one migration, once it holds its locks.</summary>
    /// <value>The default is 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan MigrationTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
