using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Notifications;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Notifications;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Postgres.Notifications;

/// <summary>A team with a service and an outbox, at a time that only moves when told to.</summary>
internal sealed class OutboxScene(MigratedDatabase database) : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly RandomIdSource ids = new(TimeProvider.System);
    private readonly NotificationInstruments instruments = new();
    private readonly string team = $"team {Guid.NewGuid():N}";

    public FakeClock Clock { get; } = new(Noon);

    public ServiceId Service { get; } = ServiceId.Of($"service-{Guid.NewGuid():N}");

    public string Key { get; } = Keys.New();

    public PostgresNotificationOutbox Outbox(string? key = null) => new(new PostgresDatabase(database.Application), Keys.Vault(key ?? Key));

    public DeliverNotifications Dispatcher(IWebhookSender sender, string? key = null) =>
        new(Outbox(key), sender, new NotificationPolicy { AllowPrivateAddresses = true }, instruments, Clock, NullLogger<DeliverNotifications>.Instance);

    public async Task RegisterAsync()
    {
        await using var connection = await database.OpenAsync("slo_app");
        // Tests share the database: what others left is not theirs to send.
        await connection.ExecuteAsync("DELETE FROM slo.notification_targets");
        await connection.ExecuteAsync($"INSERT INTO slo.services (service_id, team) VALUES ('{Service.Value}', '{team}')");
    }

    public async Task PutAsync(params NotificationTarget[] targets)
    {
        var store = new PostgresNotificationTargets(new PostgresDatabase(database.Application), Keys.Vault(Key), ids);
        (await store.ReplaceAsync(team, targets, Precondition.None, "ann", Noon, CancellationToken.None)).Error.ShouldBeNull();
    }

    /// <summary>Appends an entry to the audit log as every change of an SLO does.</summary>
    public Task AppendAsync(AuditAction action = AuditAction.Accept, bool fails = false) => new PostgresDatabase(database.Application).TransactAsync(
        async connection =>
        {
            object[] columns =
            [
                new[] { ids.Next() }, new[] { Service.Value }, new[] { Term<AuditAction>.Name(action) }, new[] { "ann" }, new Guid?[] { null }, new Guid?[] { null },
                new[] { """{"targets":{"availability":99.9}}""" }, new[] { """{"targets":{"availability":99.95}}""" }, new string?[] { null }, new[] { "because" }, new string?[] { null },
                new[] { """{"warnings":[]}""" }, new[] { Clock.GetUtcNow() },
            ];
            await using var command = new NpgsqlCommand(SqlFiles.Load("Audit/append_entries.sql"), connection);
            foreach (object column in columns) command.Parameters.Add(new NpgsqlParameter { Value = column });
            ((long)(await command.ExecuteScalarAsync())!).ShouldBe(1);
            return fails ? throw new InvalidOperationException("The change fails after all.") : true;
        },
        CancellationToken.None);

    public async Task<IReadOnlyList<string>> DeliveriesAsync() => await LinesAsync(
        $"SELECT concat_ws(' ', t.name, l.action, d.state, d.attempts, d.last_reason, d.last_status) FROM slo.notification_deliveries d JOIN slo.notification_targets t ON t.id = d.target_id JOIN slo.slo_audit_log l ON l.id = d.audit_id WHERE t.team = '{team}' ORDER BY 1");

    public async Task<IReadOnlyList<string>> DeadLettersAsync() =>
        await LinesAsync($"SELECT concat_ws(' ', target_name, attempts, reason, last_status) FROM slo.notification_dead_letters WHERE team = '{team}' ORDER BY 1");

    public static NotificationTarget Target(string name, string url, string? secret = null) =>
        new(name, url, NotificationFormat.Generic, [AuditAction.Accept, AuditAction.Modify], secret);

    public void Dispose() => instruments.Dispose();

    private async Task<IReadOnlyList<string>> LinesAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.LinesAsync(sql);
    }
}
