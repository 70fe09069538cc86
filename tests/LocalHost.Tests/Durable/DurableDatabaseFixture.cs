using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Migrations;
using SloFunctions.Infrastructure.Postgres.Roles;
using SloFunctions.LocalHost.Durable;
using SloFunctions.Testing.Servers;

namespace LocalHost.Tests.Durable;

/// <summary>A server with a migrated database for the tests of one class, used with the application's rights.</summary>
public sealed class DurableDatabaseFixture : IAsyncLifetime
{
    private const string Login = "slo_durable_tests";

    public PostgresServer Server { get; private set; } = null!;

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Server = await PostgresServer.StartAsync();
        var superuser = await Server.CreateDatabaseAsync();
        await MigrationRunner.Create(new PostgresOptions { OwnerConnectionString = superuser }).UpAsync();
        await ApplicationLogin.EnsureAsync(superuser, Login, "a password");
        ConnectionString = new NpgsqlConnectionStringBuilder(superuser) { Username = Login }.ConnectionString;
    }

    public async Task DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
    }

    /// <summary>A host with the sample orchestrators and activities.</summary>
    internal Task<RunningHost> StartHostAsync(TimeProvider? clock = null) => RunningHost.StartAsync(
        new HostSetup { Args = [$"--Database:ConnectionString={ConnectionString}"], Configure = builder => AddClock(builder, clock) },
        DurableSamples.All);

    private static void AddClock(FunctionsApplicationBuilder builder, TimeProvider? clock)
    {
        if (clock is not null) builder.Services.AddSingleton(clock);
    }
}

/// <summary>The client of a running host.</summary>
internal static class DurableHostClient
{
    public static LocalDurableTaskClient Orchestrations(this RunningHost host) => host.Services.GetRequiredService<LocalDurableTaskClient>();

    /// <summary>Starts an orchestration and waits for its end.</summary>
    public static async Task<OrchestrationMetadata> RunAsync(this RunningHost host, string orchestrator, object? input = null) =>
        await host.EndOfAsync(await host.Orchestrations().ScheduleNewOrchestrationInstanceAsync(orchestrator, input));

    public static async Task<OrchestrationMetadata> EndOfAsync(this RunningHost host, string instanceId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await host.Orchestrations().WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, limit.Token);
    }

    /// <summary>Waits for a line of the log.</summary>
    public static async Task ShouldTellAsync(this RunningHost.LogLines log, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!log.Lines.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
