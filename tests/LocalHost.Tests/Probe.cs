using System.Threading.Channels;

namespace LocalHost.Tests;

/// <summary>What sample functions tell their test, and the gate at which they wait for it.</summary>
public sealed class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<string> said = Channel.CreateUnbounded<string>();

    public TaskCompletionSource Gate { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Say(string word) => said.Writer.TryWrite(word);

    public async Task<string> HeardAsync() => await said.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Everything said so far that nobody has heard yet.</summary>
    public IReadOnlyList<string> Rest()
    {
        var rest = new List<string>();
        while (said.Reader.TryRead(out var word))
        {
            rest.Add(word);
        }

        return rest;
    }
}
