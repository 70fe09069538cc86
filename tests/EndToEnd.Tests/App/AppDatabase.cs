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

    private const string StoreHours =
        """
        WITH hours AS (
          INSERT INTO slo.sli_hourly_counts (service_id, hour, good, total)
          SELECT s.id, h.hour, h.good, $4
          FROM slo.services s, unnest($2::timestamptz[], $3::bigint[]) AS h (hour, good)
          WHERE s.service_id = $1
          ON CONFLICT DO NOTHING
          RETURNING service_id, hour, good, total)
        INSERT INTO slo.sli_daily_counts (service_id, day, hours, good, total)
        SELECT service_id, date_trunc('day', hour, 'UTC'), count(*), sum(good), sum(total) FROM hours GROUP BY 1, 2
        ON CONFLICT DO NOTHING
        """;

    private readonly string owner;

    private AppDatabase(string owner) => this.owner = owner;

    /// <summary>The connection of whoever looks after the database.</summary>
    public string OwnerConnectionString => owner;

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

    /// <summary>Stores what telemetry would have said of a service: each hour with its good requests, and the sums of the days; an hour that is there stays.</summary>
    public async Task StoreHoursAsync(string service, IReadOnlyList<(DateTimeOffset Hour, long Good)> hours, long total)
    {
        await using var connection = await OpenAsync();
        await using (var partitions = new NpgsqlCommand("SELECT slo.ensure_partitions($1, $2)", connection))
        {
            partitions.Parameters.Add(new() { Value = hours.Min(h => h.Hour) });
            partitions.Parameters.Add(new() { Value = hours.Max(h => h.Hour) });
            await partitions.ExecuteNonQueryAsync();
        }

        await using var store = new NpgsqlCommand(StoreHours, connection);
        foreach (object value in (object[])[service, hours.Select(h => h.Hour).ToArray(), hours.Select(h => h.Good).ToArray(), total]) store.Parameters.Add(new() { Value = value });
        await store.ExecuteNonQueryAsync();
    }

    /// <summary>The last whole hours, oldest first.</summary>
    public static IEnumerable<DateTimeOffset> LastHours(int hours)
    {
        var now = TimeProvider.System.GetUtcNow();
        var end = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour));
        return Enumerable.Range(0, hours).Select(i => end.AddHours(i - hours));
    }

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
