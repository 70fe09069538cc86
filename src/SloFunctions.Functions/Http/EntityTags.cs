using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SloFunctions.Functions.Http;

/// <summary>Conditional requests (RFC 9110 §13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>Whether the client says that it has what is marked by a tag.</summary>
    public static bool IsKnown(this HttpRequest request, string tag)
    {
        if (request.Headers.IfNoneMatch.Count == 0) return false;
        var own = new EntityTagHeaderValue(tag);
        return request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(own, useStrongComparison: false));
    }

    /// <summary>Whether the client means what is marked by a tag, or does not say what it means. A tag that cannot be read marks nothing (RFC 9110 §13.1.1).</summary>
    public static bool Means(this HttpRequest request, string tag)
    {
        if (request.Headers.IfMatch.Count == 0) return true;
        var own = new EntityTagHeaderValue(tag);
        return request.GetTypedHeaders().IfMatch.Any(meant => meant.Equals(EntityTagHeaderValue.Any) || meant.Compare(own, useStrongComparison: true));
    }
}
