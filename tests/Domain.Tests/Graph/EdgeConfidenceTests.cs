using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Tests.Graph;

public sealed class EdgeConfidenceTests
{
    [Fact]
    public void People_are_believed_most_and_manifests_least() =>
        Enum.GetValues<DiscoverySource>().Select(s => EdgeConfidence.WhenSeen(s, null)).ShouldBe([1.0, 0.95, 0.9, 0.8]);

    [Theory]
    [InlineData(1, 0.9497)]
    [InlineData(0.1, 0.9472)]
    [InlineData(0.001, 0.8075)]
    [InlineData(0, 0.665)]
    public void A_dependency_that_carries_few_of_its_callers_calls_is_doubted(double share, double expected) =>
        EdgeConfidence.WhenSeen(DiscoverySource.ServiceMesh, share).ShouldBe(expected, 0.00005);

    [Theory]
    [InlineData(-1, 0.8)]
    [InlineData(0, 0.8)]
    [InlineData(3.5, 0.6)]
    [InlineData(7, 0.4)]
    [InlineData(700, 0.4)]
    public void Confidence_falls_evenly_to_half_over_the_window(double days, double expected) =>
        EdgeConfidence.After(0.8, TimeSpan.FromDays(days), TimeSpan.FromDays(7)).ShouldBe(expected, 1e-12);
}
