using System.Runtime.CompilerServices;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SloFunctions.LocalHost.Durable.Storage;

namespace SloFunctions.LocalHost.Durable;

/// <summary>Instances that match a filter, read page by page; a token is the last id of a page.</summary>
internal sealed class InstancePages(InstanceStore instances, OrchestrationQuery filter) : AsyncPageable<OrchestrationMetadata>
{
    private const int LargestPage = 1000;

    public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        ReadAsync(continuationToken ?? filter.ContinuationToken, Math.Clamp(pageSizeHint ?? filter.PageSize, 1, LargestPage));

    private async IAsyncEnumerable<Page<OrchestrationMetadata>> ReadAsync(
        string? token, int size, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // No id begins with what no id can hold.
        if (!IsPossible(filter.InstanceIdPrefix) || !IsPossible(token)) yield break;
        do
        {
            var found = await instances.PageAsync(filter, token, size + 1, cancellation);
            var page = found.Take(size).ToArray();
            token = found.Count > size ? page[^1].InstanceId : null;
            yield return new Page<OrchestrationMetadata>(page, token);
        }
        while (token is not null);
    }

    private static bool IsPossible(string? part) => string.IsNullOrEmpty(part) || InstanceIds.MayExist(part);
}
