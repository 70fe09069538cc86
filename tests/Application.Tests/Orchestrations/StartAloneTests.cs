using Microsoft.Extensions.Logging;
using SloFunctions.Application.Orchestrations;
using SloFunctions.Testing;

namespace SloFunctions.Application.Tests.Orchestrations;

public sealed class StartAloneTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly One work = new();

    [Fact]
    public async Task Work_that_rests_is_started()
    {
        (await RunAsync()).ShouldBeTrue();

        work.Since.ShouldBe(Noon);
        work.Logged.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, LogLevel.Information)]
    [InlineData(120, LogLevel.Information)]
    [InlineData(121, LogLevel.Warning)]
    public async Task Work_that_goes_on_is_left_to_that_and_after_hours_somebody_is_told(int minutes, LogLevel level)
    {
        work.Since = Noon.AddMinutes(-minutes);

        (await RunAsync()).ShouldBeFalse();

        work.Since.ShouldBe(Noon.AddMinutes(-minutes));
        work.Logged.ShouldBe([level]);
    }

    private Task<bool> RunAsync() => new StartAlone(new FakeClock(Noon), work).HandleAsync(work, "Sweep", "sweep", CancellationToken.None);

    private sealed class One : IOrchestrations, ILogger<StartAlone>
    {
        public List<LogLevel> Logged { get; } = [];

        public DateTimeOffset? Since { get; set; }

        public Task<bool> TryStartAsync(string orchestrator, string instanceId, object? input, CancellationToken cancellation)
        {
            (orchestrator, instanceId, input).ShouldBe(("Sweep", "sweep", null));
            bool isStarted = Since is null;
            Since ??= Noon;
            return Task.FromResult(isStarted);
        }

        public Task RaiseAsync(string instanceId, string eventName, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<OrchestrationState?> FindAsync(string instanceId, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<DateTimeOffset?> AtWorkSinceAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(Since);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Logged.Add(logLevel);
    }
}
