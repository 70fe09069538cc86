using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Tests.Graph;

public sealed class GraphDifferenceTests
{
    [Theory]
    [InlineData("a-b b-c", "a-b b-c", "")]
    [InlineData("a-b b-c x-c", "a-b b-c x-c c-d", "a b c d x")]
    [InlineData("a-b b-c x-c", "a-b x-c", "a b")]
    [InlineData("a-b b-c", "a-b b~c", "a b")]
    [InlineData("a-b", "a-b p-q", "p q")]
    [InlineData("a-b b-a b-c", "a-b b-a", "a b c")]
    public void A_change_reaches_everyone_who_depends_on_it_before_or_after(string before, string after, string affected) =>
        string.Join(' ', GraphDifference.Affected(Graphs.Of(before.Split(' ')), Graphs.Of(after.Split(' '))).Select(s => s.Value).Order(StringComparer.Ordinal))
            .ShouldBe(affected);

    [Fact]
    public void Another_promise_of_an_external_service_reaches_its_callers()
    {
        var before = Graphs.Of("a-b", "c-d");
        var after = new ServiceGraph([before.Services[0], before.Services[1] with { PublishedSla = 99.9 }, before.Services[2], before.Services[3]], before.Dependencies);

        GraphDifference.Affected(before, after).Select(s => s.Value).Order(StringComparer.Ordinal).ShouldBe(["a", "b"]);
    }
}
