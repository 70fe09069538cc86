using SloFunctions.Application.Audit.Documents;
using SloFunctions.Application.Failures;
using SloFunctions.Domain.Audit;

namespace SloFunctions.Application.Audit;

/// <summary>Computes the chains of both audit logs again and says where they are not as they were written.</summary>
public sealed class VerifyAuditLog(IAuditChains chains, IAuditAnchors anchors, TimeProvider clock)
{
    /// <summary>The most breaks that an answer names.</summary>
    public const int KeptBreaks = 100;

    /// <summary>Verifies everything. Anchors that cannot be read are not compared, which the answer says.</summary>
    /// <exception cref="DependencyUnavailableException">The database does not answer.</exception>
    public async Task<VerificationDocument> HandleAsync(CancellationToken cancellation)
    {
        var started = clock.GetUtcNow();
        var (status, targets, administration) = await ReadAnchorsAsync(cancellation);
        var found = await VerifyAsync(AuditLogs.Targets, targets, KeptBreaks, cancellation);
        var other = await VerifyAsync(AuditLogs.Administration, administration, KeptBreaks - found.Breaks.Count, cancellation);
        return VerificationRendering.Of(found, other, status, started);
    }

    private async Task<ChainReport> VerifyAsync(
        string log, IReadOnlyDictionary<Guid, ChainHead>? anchored, int keptBreaks, CancellationToken cancellation)
    {
        var chain = new AuditChain(log, anchored, keptBreaks);
        await foreach (var link in chains.ReadAsync(log, cancellation)) chain.Add(link);
        return chain.Complete();
    }

    // Before the entries: an anchor that is set meanwhile would be ahead of what is read.
    private async Task<(AnchorStatus Status, Dictionary<Guid, ChainHead>? Targets, Dictionary<Guid, ChainHead>? Administration)> ReadAnchorsAsync(
        CancellationToken cancellation)
    {
        if (!anchors.IsConfigured) return (AnchorStatus.NotConfigured, null, null);
        try
        {
            return (AnchorStatus.Compared, await ReadAsync(AuditLogs.Targets, cancellation), await ReadAsync(AuditLogs.Administration, cancellation));
        }
        catch (DependencyUnavailableException)
        {
            return (AnchorStatus.Unavailable, null, null);
        }
    }

    private async Task<Dictionary<Guid, ChainHead>> ReadAsync(string log, CancellationToken cancellation) =>
        (await anchors.ReadAsync(log, cancellation)).ToDictionary(a => a.Head.Chain, a => a.Head);
}
