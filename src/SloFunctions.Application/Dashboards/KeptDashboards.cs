using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.Dashboards;

/// <summary>The rows of one computation with the answers made of them so far.</summary>
internal sealed class KeptDashboards(DashboardRows rows)
{
    // Of a large fleet an answer takes some 200 kilobytes, and most ask for the whole or for their own team.
    private const long Capacity = 8 * 1024 * 1024;

    private readonly LruCache<(Type Document, DashboardQuery Query), PublishedAnswer> answers = new(Capacity, answer => answer.Json.Length);

    public DashboardRows Rows => rows;

    /// <summary>The answer to a query, rendered when it is asked for the first time.</summary>
    public PublishedAnswer Answer<TDocument>(DashboardQuery query, Func<DashboardRows, DashboardQuery, TDocument> render)
    {
        var key = (typeof(TDocument), query);
        if (answers.TryGet(key, out var known)) return known;
        var answer = PublishedAnswer.Of(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(render(rows, query), PublishedJson.Options));
        answers.Put(key, answer, _ => false);
        return answer;
    }
}
