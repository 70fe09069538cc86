using System.Net;
using System.Text.Json;

namespace EndToEnd.Tests.App;

/// <summary>An answer of the app, read to its end.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">The body's media type.</param>
/// <param name="Text">The body.</param>
/// <param name="Headers">The headers, those of the body included.</param>
public sealed record Answer(HttpStatusCode Status, string? MediaType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>Reads a response.</summary>
    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>The answer is a success of this status; gives its JSON.</summary>
    public JsonElement ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        MediaType.ShouldBe("application/json");
        return Json;
    }

    /// <summary>The answer is a problem as RFC 7807 describes it, and names this field if one is given; gives its JSON.</summary>
    public JsonElement ShouldBeProblem(HttpStatusCode status, string? field = null)
    {
        Status.ShouldBe(status, Text);
        MediaType.ShouldBe("application/problem+json", Text);
        Json.GetProperty("status").GetInt32().ShouldBe((int)status);
        Json.GetProperty("type").GetString()!.ShouldStartWith("/errors/");
        Json.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        Json.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        Json.GetProperty("instance").GetString()!.ShouldStartWith("/");
        if (field is not null) Fields().ShouldContain(field, Text);
        return Json;
    }

    private IEnumerable<string> Fields() =>
        Json.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(e => e.GetProperty("field").GetString()!) : [];
}
