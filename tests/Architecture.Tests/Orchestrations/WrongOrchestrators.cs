using System.Diagnostics;
using System.Net.Http;
using System.Security.Cryptography;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace SloFunctions.Architecture.Tests.Orchestrations;

/// <summary>Orchestrators that do what none may, each one thing.</summary>
internal static class WrongOrchestrators
{
    private static int runs;

    public static async Task<DateTime> Clock(TaskOrchestrationContext context)
    {
        await context.CallActivityAsync("Work");
        return DateTime.UtcNow;
    }

    public static Task LocalClock(TaskOrchestrationContext context) => context.CallActivityAsync("Work", DateTime.Now);

    public static Task Today(TaskOrchestrationContext context) => context.CallActivityAsync("Work", DateTime.Today);

    public static Task OffsetClock(TaskOrchestrationContext context) => context.CallActivityAsync("Work", DateTimeOffset.UtcNow);

    public static Task LocalOffsetClock(TaskOrchestrationContext context) => context.CallActivityAsync("Work", DateTimeOffset.Now);

    public static Task RandomId(TaskOrchestrationContext context) => context.CallActivityAsync("Work", Guid.NewGuid());

    public static Task RandomIdInOrder(TaskOrchestrationContext context) => context.CallActivityAsync("Work", Guid.CreateVersion7());

    public static Task SharedRandom(TaskOrchestrationContext context) => context.CallActivityAsync("Work", Random.Shared.Next());

    public static Task SeededRandom(TaskOrchestrationContext context) => context.CallActivityAsync("Work", new Random(1).Next());

    public static Task StrongRandom(TaskOrchestrationContext context) => context.CallActivityAsync("Work", RandomNumberGenerator.GetInt32(9));

    public static Task Watch(TaskOrchestrationContext context) => context.CallActivityAsync("Work", Stopwatch.GetTimestamp());

    public static Task Provider(TaskOrchestrationContext context) => context.CallActivityAsync("Work", TimeProvider.System.GetUtcNow());

    public static Task Machine(TaskOrchestrationContext context) => context.CallActivityAsync("Work", Environment.GetEnvironmentVariable("A"));

    public static Task Ticks(TaskOrchestrationContext context) => context.CallActivityAsync("Work", Environment.TickCount64);

    public static Task ThreadId(TaskOrchestrationContext context) => context.CallActivityAsync("Work", Environment.CurrentManagedThreadId);

    public static Task Background(TaskOrchestrationContext context) => Task.Run(() => context.CallActivityAsync("Work"));

    public static async Task Pause(TaskOrchestrationContext context)
    {
        await Task.Delay(1);
        await context.CallActivityAsync("Work");
    }

    public static async Task GivesWay(TaskOrchestrationContext context)
    {
        await Task.Yield();
        await context.CallActivityAsync("Work");
    }

    public static async Task LeavesThread(TaskOrchestrationContext context) => await context.CallActivityAsync("Work").ConfigureAwait(false);

    public static async Task LeavesThreadWithResult(TaskOrchestrationContext context) => await context.CallActivityAsync<int>("Work").ConfigureAwait(false);

    public static Task Continues(TaskOrchestrationContext context) => context.CallActivityAsync("Work").ContinueWith(_ => { }, TaskScheduler.Default);

    public static void Blocks(TaskOrchestrationContext context) => context.CallActivityAsync("Work").Wait();

    public static void Sleeps(TaskOrchestrationContext context) => Thread.Sleep(1);

    public static void Expires(TaskOrchestrationContext context) => new CancellationTokenSource(1).Dispose();

    public static async Task CancelsElsewhere(TaskOrchestrationContext context)
    {
        using var end = new CancellationTokenSource();
        await end.CancelAsync();
    }

    public static async Task Web(TaskOrchestrationContext context)
    {
        using var client = new HttpClient();
        await client.GetAsync(new Uri("http://127.0.0.1:1"));
    }

    public static void Database(TaskOrchestrationContext context) => new Npgsql.NpgsqlConnection().Dispose();

    public static Task Disk(TaskOrchestrationContext context) => context.CallActivityAsync("Work", File.ReadAllText("a"));

    public static Task Memory(TaskOrchestrationContext context) => context.CallActivityAsync("Work", runs++);

    public static Task Service(TaskOrchestrationContext context, IServiceProvider services) => context.CallActivityAsync("Work", services.GetRequiredService<string>());

    public static Task Hash(TaskOrchestrationContext context) => context.CallActivityAsync("Work", context.InstanceId.GetHashCode(StringComparison.Ordinal));

    public static Task InLambda(TaskOrchestrationContext context) =>
        Task.WhenAll(Enumerable.Range(0, 3).Select(_ => context.CallActivityAsync("Work", Guid.NewGuid())));

    public static Task InLocalFunction(TaskOrchestrationContext context)
    {
        return Ask();

        async Task Ask() => await context.CallActivityAsync("Work", await Task.FromResult(Guid.NewGuid()));
    }

    public static Task InAnother(TaskOrchestrationContext context) => context.CallActivityAsync("Work", Names.Next);

    private static class Names
    {
        public static string Next => $"{Other()}";

        private static Guid Other() => Guid.NewGuid();
    }
}
