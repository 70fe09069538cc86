using System.Reflection;

namespace SloFunctions.Architecture.Tests.Orchestrations;

public sealed class NondeterminismTests
{
    [Theory]
    [InlineData(nameof(WrongOrchestrators.Clock), "System.DateTime.get_UtcNow")]
    [InlineData(nameof(WrongOrchestrators.LocalClock), "System.DateTime.get_Now")]
    [InlineData(nameof(WrongOrchestrators.Today), "System.DateTime.get_Today")]
    [InlineData(nameof(WrongOrchestrators.OffsetClock), "System.DateTimeOffset.get_UtcNow")]
    [InlineData(nameof(WrongOrchestrators.LocalOffsetClock), "System.DateTimeOffset.get_Now")]
    [InlineData(nameof(WrongOrchestrators.RandomId), "System.Guid.NewGuid")]
    [InlineData(nameof(WrongOrchestrators.RandomIdInOrder), "System.Guid.CreateVersion7")]
    [InlineData(nameof(WrongOrchestrators.SharedRandom), "System.Random.get_Shared")]
    [InlineData(nameof(WrongOrchestrators.SeededRandom), "System.Random..ctor")]
    [InlineData(nameof(WrongOrchestrators.StrongRandom), "System.Security.Cryptography.RandomNumberGenerator.GetInt32")]
    [InlineData(nameof(WrongOrchestrators.Watch), "System.Diagnostics.Stopwatch.GetTimestamp")]
    [InlineData(nameof(WrongOrchestrators.Provider), "System.TimeProvider.get_System")]
    [InlineData(nameof(WrongOrchestrators.Machine), "System.Environment.GetEnvironmentVariable")]
    [InlineData(nameof(WrongOrchestrators.Ticks), "System.Environment.get_TickCount64")]
    [InlineData(nameof(WrongOrchestrators.ThreadId), "System.Environment.get_CurrentManagedThreadId")]
    [InlineData(nameof(WrongOrchestrators.Background), "System.Threading.Tasks.Task.Run")]
    [InlineData(nameof(WrongOrchestrators.Pause), "System.Threading.Tasks.Task.Delay")]
    [InlineData(nameof(WrongOrchestrators.GivesWay), "System.Threading.Tasks.Task.Yield")]
    [InlineData(nameof(WrongOrchestrators.LeavesThread), "System.Threading.Tasks.Task.ConfigureAwait")]
    [InlineData(nameof(WrongOrchestrators.LeavesThreadWithResult), "System.Threading.Tasks.Task`1.ConfigureAwait")]
    [InlineData(nameof(WrongOrchestrators.Continues), "System.Threading.Tasks.Task.ContinueWith")]
    [InlineData(nameof(WrongOrchestrators.Blocks), "System.Threading.Tasks.Task.Wait")]
    [InlineData(nameof(WrongOrchestrators.Sleeps), "System.Threading.Thread.Sleep")]
    [InlineData(nameof(WrongOrchestrators.Expires), "System.Threading.CancellationTokenSource..ctor")]
    [InlineData(nameof(WrongOrchestrators.CancelsElsewhere), "System.Threading.CancellationTokenSource.CancelAsync")]
    [InlineData(nameof(WrongOrchestrators.Web), "System.Net.Http.HttpClient..ctor")]
    [InlineData(nameof(WrongOrchestrators.Database), "Npgsql.NpgsqlConnection..ctor")]
    [InlineData(nameof(WrongOrchestrators.Disk), "System.IO.File.ReadAllText")]
    [InlineData(nameof(WrongOrchestrators.Memory), "WrongOrchestrators.runs (static, and can change)")]
    [InlineData(nameof(WrongOrchestrators.Service), "ServiceProviderServiceExtensions.GetRequiredService")]
    [InlineData(nameof(WrongOrchestrators.Hash), "System.String.GetHashCode")]
    [InlineData(nameof(WrongOrchestrators.InLambda), "System.Guid.NewGuid")]
    [InlineData(nameof(WrongOrchestrators.InLocalFunction), "System.Guid.NewGuid")]
    [InlineData(nameof(WrongOrchestrators.InAnother), "System.Guid.NewGuid")]
    public void What_no_orchestrator_may_use_is_found(string orchestrator, string expected) =>
        Found(typeof(WrongOrchestrators).GetMethod(orchestrator)!).ShouldContain(found => found.EndsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Every_seeded_mistake_is_looked_for() =>
        typeof(WrongOrchestrators).GetMethods(BindingFlags.Public | BindingFlags.Static).ShouldAllBe(method => Found(method).Count > 0);

    [Fact]
    public void What_orchestrators_may_do_is_left_alone() =>
        Found(typeof(RightOrchestrators).GetMethod(nameof(RightOrchestrators.Everything))!).ShouldBeEmpty();

    private static IReadOnlyList<string> Found(MethodInfo orchestrator) =>
        [.. ReachableCode.From(orchestrator, own => own == typeof(NondeterminismTests).Assembly).SelectMany(m => Nondeterminism.In(m.Method, m.Code))];
}
