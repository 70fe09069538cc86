using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Tests.Graph;

public sealed class SubgraphQueryTests
{
    [Fact]
    public void Missing_parameters_have_defaults()
    {
        SubgraphQuery.Parse("a", null, null, null).Value
            .ShouldBe(new SubgraphQuery(ServiceId.Of("a"), DependencyDirection.Both, 3, true));
    }

    [Fact]
    public void Every_parameter_is_read()
    {
        SubgraphQuery.Parse("a", "upstream", "10", "false").Value
            .ShouldBe(new SubgraphQuery(ServiceId.Of("a"), DependencyDirection.Upstream, 10, false));
    }

    [Theory]
    [InlineData(null, null, null, null, "service_id")]
    [InlineData("", null, null, null, "service_id")]
    [InlineData("a", "sideways", null, null, "direction")]
    [InlineData("a", "", null, null, "direction")]
    [InlineData("a", null, "0", null, "depth")]
    [InlineData("a", null, "11", null, "depth")]
    [InlineData("a", null, "3.0", null, "depth")]
    [InlineData("a", null, "", null, "depth")]
    [InlineData("a", null, " 3", null, "depth")]
    [InlineData("a", null, "99999999999999999999", null, "depth")]
    [InlineData("a", null, null, "yes", "include_external")]
    [InlineData("a", null, null, "", "include_external")]
    [InlineData("", "x", "x", "x", "service_id, direction, depth, include_external")]
    public void Parameters_at_fault_are_named(string? service, string? direction, string? depth, string? external, string fields)
    {
        SubgraphQuery.Parse(service, direction, depth, external).Error.Fields().ShouldBe(fields);
    }
}
