using System.Globalization;
using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Functions.Http;

/// <summary>Answers with the bytes of a replayed document and says in headers whether they are those that were stored.</summary>
internal sealed class ReplayResult(ReplayedRecommendation replayed) : IResult
{
    /// <summary><c>identical</c> or <c>different</c>.</summary>
    public const string Verdict = "Slo-Replay";

    /// <summary>The versions of the computation: that of the stored document and the present one.</summary>
    public const string Versions = "Slo-Engine-Versions";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers[Verdict] = replayed.IsIdentical ? "identical" : "different";
        response.Headers[Versions] = string.Create(CultureInfo.InvariantCulture, $"{replayed.StoredEngineVersion} {replayed.EngineVersion}");
        response.ContentType = Answer.JsonType;
        response.ContentLength = replayed.Json.Length;
        return response.Body.WriteAsync(replayed.Json, httpContext.RequestAborted).AsTask();
    }
}
