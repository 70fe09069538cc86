using SloFunctions.Application.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class HandleCyclesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Known = new Guid(1, 0, 0, new byte[8]).ToString("D");

    private readonly InMemoryCycleStore store = new(Now, 3);
    private readonly HandleCycles useCase;

    public HandleCyclesTests() => useCase = new HandleCycles(store, new FakeClock(Now));

    [Fact]
    public async Task Pages_follow_each_other_to_the_end()
    {
        var first = await useCase.ListAsync(CycleQuery.Parse(null, null, "2").Value!, CancellationToken.None);
        var second = await useCase.ListAsync(CycleQuery.Parse(null, first.NextCursor, "2").Value!, CancellationToken.None);

        (first.CircularDependencies.Count, second.CircularDependencies.Count, second.NextCursor).ShouldBe((2, 1, null));
        first.CircularDependencies.Concat(second.CircularDependencies).Select(c => c.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Whoever_acts_is_noted()
    {
        (await useCase.AcknowledgeAsync(Known, null, "bob", CancellationToken.None)).Value!.AcknowledgedBy.ShouldBe("bob");
        var resolved = (await useCase.ResolveAsync(Known, new CycleActionBody("first\nsecond"), "ann", CancellationToken.None)).Value!;
        (resolved.Status, resolved.ResolvedBy, resolved.ResolutionNotes, resolved.ResolvedAt).ShouldBe(("resolved", "ann", "first\nsecond", Now));
    }

    [Fact]
    public async Task What_is_resolved_cannot_be_acknowledged()
    {
        await useCase.ResolveAsync(Known, null, "ann", CancellationToken.None);

        (await useCase.AcknowledgeAsync(Known, null, "ann", CancellationToken.None)).Error!.Kind.ShouldBe(ErrorKind.Conflict);
    }

    [Fact]
    public async Task A_cycle_that_nobody_knows_is_not_found() =>
        (await useCase.ResolveAsync(Guid.Empty.ToString("D"), null, "ann", CancellationToken.None)).Error!.Code.ShouldBe("circular-dependency-not-found");

    [Fact]
    public async Task Every_field_at_fault_is_named() =>
        (await useCase.AcknowledgeAsync("1", new CycleActionBody(new string('n', 4001)), "ann", CancellationToken.None)).Error
            .Fields().ShouldBe("cycle_id, notes");
}
