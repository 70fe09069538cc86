using System.Diagnostics;
using SloFunctions.Application.Observability;

namespace SloFunctions.Application.Tests.Observability;

public sealed class TracingTests
{
    [Fact]
    public void While_nobody_listens_there_is_no_span_and_nothing_is_allocated()
    {
        Tracing.Begin("Warm").Fail("warm");
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 100; i++) Tracing.Begin("Nobody", "listens").Fail("ever");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        Activity.Current.ShouldBeNull();
    }
}
