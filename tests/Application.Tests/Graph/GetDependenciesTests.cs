using SloFunctions.Application.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class GetDependenciesTests
{
    [Fact]
    public async Task A_known_service_has_surroundings_and_an_unknown_one_is_not_found()
    {
        var known = new Subgraph("a", "both", 3, [], []);
        var useCase = new GetDependencies(new FixedSubgraph(known));

        (await useCase.HandleAsync(SubgraphQuery.Parse("a", null, null, null).Value!, CancellationToken.None)).Value.ShouldBe(known);
        (await useCase.HandleAsync(SubgraphQuery.Parse("b", null, null, null).Value!, CancellationToken.None)).Error!
            .ShouldBeEquivalentTo(Error.ServiceNotFound("b"));
    }
}
