using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Domain.Tests.Vocabulary;

public sealed class TermTests
{
    [Theory]
    [InlineData(DiscoverySource.Manual, "manual")]
    [InlineData(DiscoverySource.ServiceMesh, "service_mesh")]
    [InlineData(DiscoverySource.OtelServiceGraph, "otel_service_graph")]
    [InlineData(DiscoverySource.Kubernetes, "kubernetes")]
    public void Names_are_snake_case_and_lead_back_to_their_value(DiscoverySource value, string name)
    {
        Term<DiscoverySource>.Name(value).ShouldBe(name);
        Term<DiscoverySource>.TryParse(name, out var parsed).ShouldBeTrue();
        parsed.ShouldBe(value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Manual")]
    [InlineData("servicemesh")]
    [InlineData("service-mesh")]
    [InlineData(" manual")]
    [InlineData("0")]
    [InlineData("manual,kubernetes")]
    public void Other_spellings_are_refused(string? name)
    {
        Term<DiscoverySource>.TryParse(name, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_value_that_is_not_declared_has_no_name()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Term<Tier>.Name((Tier)99));
    }

    [Fact]
    public void Choices_are_listed_in_order_of_declaration()
    {
        Term<DependencyCriticality>.Choices.ShouldBe("hard, soft, degraded");
        Term<RecommendationMethod>.Choices.ShouldBe("historical_percentile, predictive");
    }
}
