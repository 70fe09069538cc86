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
    public async Task Somebody_who_does_not_say_who_they_are_is_unknown()
    {
        (await useCase.AcknowledgeAsync(Known, null, CancellationToken.None)).Value!.AcknowledgedBy.ShouldBe("unknown");
        var resolved = (await useCase.ResolveAsync(Known, new CycleActionBody("ann", "first\nsecond"), CancellationToken.None)).Value!;
        (resolved.Status, resolved.ResolvedBy, resolved.ResolutionNotes, resolved.ResolvedAt).ShouldBe(("resolved", "ann", "first\nsecond", Now));
    }

    [Fact]
    public async Task What_is_resolved_cannot_be_acknowledged()
    {
        await useCase.ResolveAsync(Known, null, CancellationToken.None);

        (await useCase.AcknowledgeAsync(Known, null, CancellationToken.None)).Error!.Kind.ShouldBe(ErrorKind.Conflict);
    }

    [Fact]
    public async Task A_cycle_that_nobody_knows_is_not_found() =>
        (await useCase.ResolveAsync(Guid.Empty.ToString("D"), null, CancellationToken.None)).Error!.Code.ShouldBe("circular-dependency-not-found");

    [Fact]
    public async Task Every_field_at_fault_is_named() =>
        (await useCase.AcknowledgeAsync("1", new CycleActionBody(new string('a', 256), new string('n', 4001)), CancellationToken.None)).Error
            .Fields().ShouldBe("cycle_id, actor, notes");
}
