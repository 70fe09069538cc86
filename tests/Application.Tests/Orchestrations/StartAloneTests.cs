using Microsoft.Extensions.Logging;
using SloFunctions.Application.Orchestrations;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Orchestrations;

public sealed class StartAloneTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryOrchestrations orchestrations = new();
    private readonly Levels logged = new();

    [Fact]
    public async Task Work_that_rests_is_started()
    {
        (await RunAsync()).ShouldBeTrue();

        orchestrations.Started.ShouldBe([("Sweep", "sweep", null)]);
        logged.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, LogLevel.Information)]
    [InlineData(120, LogLevel.Information)]
    [InlineData(121, LogLevel.Warning)]
    public async Task Work_that_goes_on_is_left_to_that_and_after_hours_somebody_is_told(int minutes, LogLevel level)
    {
        orchestrations.States["sweep"] = OrchestrationState.Active;
        orchestrations.Since = Noon.AddMinutes(-minutes);

        (await RunAsync()).ShouldBeFalse();

        orchestrations.Started.ShouldBeEmpty();
        logged.ShouldBe([level]);
    }

    private Task<bool> RunAsync() => new StartAlone(new FakeClock(Noon), logged).HandleAsync(orchestrations, "Sweep", "sweep", CancellationToken.None);

    private sealed class Levels : List<LogLevel>, ILogger<StartAlone>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Add(logLevel);
    }
}
