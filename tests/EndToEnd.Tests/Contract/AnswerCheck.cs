using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace EndToEnd.Tests.Contract;

/// <summary>Holds answers against what is documented.</summary>
internal sealed class AnswerCheck(SchemaCheck schemas)
{
    // Of every server, or for browsers; no part of an API.
    private static readonly string[] Undocumented = ["X-Content-Type-Options", "X-Frame-Options"];

    /// <summary>What is wrong with an answer; empty when all is as documented.</summary>
    public IEnumerable<string> Complaints(GeneratedRequest request, int status, HttpHeaders[] headers, string? mediaType, string body)
    {
        if (status >= 500 && status != 503) yield return $"{status}: {body}";
        if (request.MustFail && status < 400) yield return $"{status} although the request breaks the document";
        if (!request.Operation.Answers.TryGetValue(status, out var documented))
        {
            yield return $"{status} is not documented: {body}";
            yield break;
        }

        foreach (string complaint in HeaderComplaints(documented, headers)) yield return complaint;
        foreach (string complaint in BodyComplaints(documented, status, mediaType, body)) yield return complaint;
    }

    private IEnumerable<string> BodyComplaints(DocumentedAnswer documented, int status, string? mediaType, string body)
    {
        if (documented.Content.Count == 0) return body.Length > 0 ? [$"{status} has a body: {body}"] : [];
        if (mediaType is null || !documented.Content.TryGetValue(mediaType, out var schema)) return [$"{status} comes as {mediaType ?? "nothing"}"];
        try
        {
            // What is no JSON is documented as a text.
            var json = mediaType.EndsWith("json", StringComparison.Ordinal) ? JsonSerializer.Deserialize<JsonElement>(body) : JsonSerializer.SerializeToElement(body);
            var complaints = schemas.Complaints(json, schema).Take(5).Select(c => $"{status} {c}");
            bool isProblem = mediaType == "application/problem+json";
            return isProblem && json.GetProperty("status").GetInt32() != status ? complaints.Append($"{status} calls itself {json.GetProperty("status")}") : complaints;
        }
        catch (JsonException e)
        {
            return [$"{status} is no JSON: {e.Message}"];
        }
    }

    private IEnumerable<string> HeaderComplaints(DocumentedAnswer documented, HttpHeaders[] headers)
    {
        var present = headers.SelectMany(h => h).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, (required, schema)) in documented.Headers)
        {
            if (!present.TryGetValue(name, out string? value))
            {
                if (required) yield return $"the header {name} is missing";
                continue;
            }

            bool isNumber = schema.GetProperty("type").GetString() == "integer" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);
            string json = isNumber ? value : JsonSerializer.Serialize(value);
            foreach (string complaint in schemas.Complaints(JsonSerializer.Deserialize<JsonElement>(json), schema)) yield return $"the header {name}: {complaint}";
        }

        foreach (string name in present.Keys.Where(n => IsOfTheApi(n) && !documented.Headers.ContainsKey(n) && !Undocumented.Contains(n)))
            yield return $"the header {name} is not documented";
    }

    private static bool IsOfTheApi(string name) =>
        name is "ETag" or "Retry-After" || name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Slo-", StringComparison.OrdinalIgnoreCase);
}
