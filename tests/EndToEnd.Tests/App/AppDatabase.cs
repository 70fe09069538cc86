using System.Globalization;
using Npgsql;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.App;

/// <summary>A database with the app's schema, migrated as an operator would do it.</summary>
public sealed class AppDatabase
{
    /// <summary>The password of the app's login; no output may hold it.</summary>
    public const string Password = "correct horse battery staple";

    private const string Login = "slo_end_to_end";

    private readonly string owner;

    private AppDatabase(string owner) => this.owner = owner;

    /// <summary>A key of an administrator, who may ask as often as the tests like.</summary>
    public string AdministratorKey { get; private set; } = "";

    /// <summary>The connection string for the app.</summary>
    public string ApplicationConnectionString
    {
        get
        {
            var settings = new NpgsqlConnectionStringBuilder(owner) { Username = Login, Password = Password };
            return settings.ConnectionString;
        }
    }

    /// <summary>Creates and migrates a database.</summary>
    public static async Task<AppDatabase> CreateAsync(PostgresServer server)
    {
        var superuser = await server.CreateDatabaseAsync();
        var settings = new Dictionary<string, string> { ["Database__OwnerConnectionString"] = superuser };
        var (code, output, error) = await LocalHostProgram.RunAsync(settings, "migrate", "up", "--app-login", Login, "--app-password", Password);
        if (code != 0) throw new InvalidOperationException($"The migration failed:\n{output}\n{error}");
        var database = new AppDatabase(superuser);
        database.AdministratorKey = await database.IssueKeyAsync("--name", "end-to-end tests", "--role", "sre_admin", "--limit", "*=10000000");
        return database;
    }

    /// <summary>Issues a key as an operator would do it.</summary>
    public async Task<string> IssueKeyAsync(params string[] options)
    {
        var settings = new Dictionary<string, string> { ["Database__ConnectionString"] = ApplicationConnectionString };
        var (code, output, error) = await LocalHostProgram.RunAsync(settings, ["apikey", "create", .. options]);
        return code == 0 ? output.Trim() : throw new InvalidOperationException($"No key was issued: {error}");
    }

    /// <summary>Everything that requests may store, counted, with the time of the last change.</summary>
    public Task<string> StateAsync() => ScalarAsync<string>(
        """
        SELECT concat_ws(' ',
          (SELECT concat_ws('/', count(*), max(updated_at)) FROM slo.services),
          (SELECT concat_ws('/', count(*), max(updated_at)) FROM slo.service_dependencies),
          (SELECT concat_ws('/', count(*), count(*) FILTER (WHERE status = 'active' AND NOT is_stale)) FROM slo.recommendation_sets),
          (SELECT count(*) FROM slo.slo_recommendations),
          (SELECT concat_ws('/', count(*), sum(version)) FROM slo.active_slos),
          (SELECT count(*) FROM slo.slo_audit_log),
          (SELECT count(*) FROM slo.admin_audit_log),
          (SELECT count(*) FROM slo.graph_ingestions),
          (SELECT string_agg(concat_ws('/', id, status), ',' ORDER BY id) FROM slo.circular_dependency_alerts),
          (SELECT concat_ws('/', snapshot_id, changed_at) FROM slo.current_graph))
        """);

    /// <summary>Waits until so many statements of the app are held up by somebody's lock.</summary>
    public Task WhenTheAppWaitsForALockAsync(int statements = 1) => Eventually.GetAsync(
        () => ScalarAsync<int>(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'slo-functions' AND datname = current_database() AND wait_event_type = 'Lock'"),
        waiting => waiting >= statements);

    /// <summary>The first column of the first row.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), CultureInfo.InvariantCulture);
    }

    /// <summary>A connection of the owner, which is not pooled and so holds its locks no longer than it lives.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(owner + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
