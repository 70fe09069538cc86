using Microsoft.Extensions.Logging;
using SloFunctions.Application.Failures;
using SloFunctions.Domain.Audit;

namespace SloFunctions.Application.Audit;

/// <summary>
/// Takes the heads that have moved to their anchors. An anchor that the chain does not hold any more stays as it is, since it
/// is what tells of it.
/// </summary>
public sealed partial class AnchorAuditHeads(IAuditChains chains, IAuditAnchors anchors, AuditInstruments instruments, ILogger<AnchorAuditHeads> logger)
{
    private const int Parallelism = 16;

    /// <summary>Sets the anchors of both logs.</summary>
    /// <returns>What was done; null where there is no store for anchors.</returns>
    /// <exception cref="DependencyUnavailableException">The database or the store does not answer.</exception>
    public async Task<AnchoringReport?> HandleAsync(CancellationToken cancellation)
    {
        if (!anchors.IsConfigured) return null;
        var targets = await AnchorAsync(AuditLogs.Targets, cancellation);
        var administration = await AnchorAsync(AuditLogs.Administration, cancellation);
        return new AnchoringReport(targets.Moved + administration.Moved, targets.Broken + administration.Broken);
    }

    private async Task<AnchoringReport> AnchorAsync(string name, CancellationToken cancellation)
    {
        var before = (await anchors.ReadAsync(name, cancellation)).ToDictionary(a => a.Head.Chain);
        var heads = await chains.ReadHeadsAsync(name, [.. before.Values.Select(a => a.Head)], cancellation);
        var (moved, broken) = (0, 0);
        foreach (var lost in before.Keys.Except(heads.Select(h => h.Head.Chain)))
        {
            broken++;
            LogBroken(name, lost, before[lost].Head.Sequence);
        }

        await Parallel.ForEachAsync(
            heads,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation },
            async (head, token) =>
            {
                var anchor = before.GetValueOrDefault(head.Head.Chain);
                if (!Holds(head, anchor?.Head))
                {
                    Interlocked.Increment(ref broken);
                    LogBroken(name, head.Head.Chain, anchor?.Head.Sequence ?? head.Head.Sequence);
                }
                else if (head.Head.Sequence > (anchor?.Head.Sequence ?? 0) && await anchors.SetAsync(name, head.Head, anchor, token))
                {
                    Interlocked.Increment(ref moved);
                }
            });
        instruments.CountBroken(name, broken);
        return new AnchoringReport(moved, broken);
    }

    private static bool Holds(CheckedHead head, ChainHead? anchor) =>
        IsSame(head.HashAtHead, head.Head.Hash) && (anchor is null || (head.Head.Sequence >= anchor.Sequence && IsSame(head.HashAtAnchor, anchor.Hash)));

    private static bool IsSame(byte[]? one, byte[] other) => one.AsSpan().SequenceEqual(other);

    [LoggerMessage(5101, LogLevel.Error, "The chain {Chain} of {Log} does not hold its entry {Sequence} as it was written; its anchor stays as it was. Verify the audit log")]
    private partial void LogBroken(string log, Guid chain, long sequence);
}
