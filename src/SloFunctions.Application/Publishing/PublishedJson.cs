using System.Text.Json;
using System.Text.Json.Serialization;

namespace SloFunctions.Application.Publishing;

/// <summary>How everything that leaves or enters the API is written: snake_case names, UTC times, no duplicate properties.</summary>
public static class PublishedJson
{
    /// <summary>The options for bodies of requests and answers.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            MaxDepth = 64,
        };
        options.Converters.Add(new UtcConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
