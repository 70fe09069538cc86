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
}
