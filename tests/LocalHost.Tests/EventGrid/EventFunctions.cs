using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.EventGrid;

public sealed class EventFunctions(Probe probe)
{
    [Function("Hears")]
    public void Hears([EventGridTrigger(IsBatched = true)] BinaryData[] events) => probe.Say(string.Join(" | ", events.Select(e => e.ToString())));

    [Function("Fails")]
    public void Fails([EventGridTrigger(IsBatched = true)] BinaryData[] events) => throw new InvalidOperationException($"not to be shown: {events.Length}");

    [Function("Waits")]
    public async Task Waits([EventGridTrigger(IsBatched = true)] BinaryData[] events, CancellationToken cancellation)
    {
        probe.Say($"waiting {events.Length}");
        await probe.Gate.Task.WaitAsync(cancellation);
        probe.Say("done");
    }
}
