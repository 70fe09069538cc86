using SloFunctions.Application.Orchestrations;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Orchestrations;

public sealed class ForgetOrchestrationsTests
{
    [Fact]
    public async Task What_was_started_two_weeks_ago_is_forgotten()
    {
        var noon = new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);
        var orchestrations = new InMemoryOrchestrations();

        await new ForgetOrchestrations(new FakeClock(noon)).HandleAsync(orchestrations, CancellationToken.None);

        orchestrations.ForgottenUpTo.ShouldBe(noon.AddDays(-14));
    }
}
