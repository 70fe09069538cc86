using Microsoft.Azure.Functions.Worker;

namespace Functions.Tests.Middleware;

/// <summary>Functions that no request calls.</summary>
public sealed class TimedFunctions
{
    [Function("Succeeds")]
    public void Succeeds([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer)
    {
    }

    [Function("Fails")]
    public void Fails([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => throw new InvalidOperationException("a secret of ours");
}
