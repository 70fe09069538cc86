using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Functions.Http;

/// <summary>Conditional requests (RFC 9110 §13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>How a tag of ours looks.</summary>
    public const string Pattern = "^\"[^\"]+\"$";

    /// <summary>Whether the client says that it has what is marked by a tag.</summary>
    public static bool IsKnown(this HttpRequest request, string tag)
    {
        if (request.Headers.IfNoneMatch.Count == 0) return false;
        var own = new EntityTagHeaderValue(tag);
        return request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(own, useStrongComparison: false));
    }

    /// <summary>What the client demands of the present state before anything is changed; the headers at fault otherwise.</summary>
    public static Result<Precondition> Precondition(this HttpRequest request)
    {
        var demanded = request.Headers.IfMatch;
        var refused = request.Headers.IfNoneMatch;
        IList<EntityTagHeaderValue>? tags = null;
        if (demanded.Count > 0 && !EntityTagHeaderValue.TryParseStrictList([.. demanded.OfType<string>()], out tags)) return Error.Invalid("If-Match", "Entity tags in quotes, or *, are expected.");
        if (refused.Count > 0 && refused is not ["*"]) return Error.Invalid("If-None-Match", "Only * is understood here: nothing must be there yet.");
        return new Precondition(tags is null ? null : [.. tags.Where(t => !t.IsWeak).Select(t => t.Tag.ToString())], refused.Count > 0);
    }
}
