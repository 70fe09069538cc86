using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Contract;

/// <summary>Makes up requests for an operation, valid ones and others.</summary>
internal sealed partial class RequestGenerator(ApiContract contract, SchemaCheck check, KnownThings known)
{
    private static readonly string[] BadTexts =
        ["", "abc", "-1", "0", "99999", "1.5", "1e3", "NaN", "\uff11\uff12", "null", "7 ", "2147483648", "\u0001", "\ud83d\ude00", "AVAILABILITY", "[1]", "'", "%", "a,b"];

    private readonly ValueGenerator values = new(contract, known.Services);
    private readonly BodyGenerator bodies = new(check, new ValueGenerator(contract, known.Services));

    /// <summary>A request.</summary>
    /// <param name="operation">What it asks.</param>
    /// <param name="seed">The same seed gives the same request.</param>
    public GeneratedRequest Of(ContractOperation operation, int seed)
    {
        var random = new Random(seed);
        var (path, pathFails) = Path(operation, random);
        var (query, queryFails) = Query(operation, random);
        var request = new GeneratedRequest(operation, path + query, pathFails || queryFails) { Headers = Headers(operation, random) };
        return operation.Body is null ? request : bodies.AddTo(request, random);
    }

    private (string Path, bool Fails) Path(ContractOperation operation, Random random)
    {
        string path = operation.Path;
        bool fails = false;
        var pair = known.Recommendations.Count > 0 && random.Next(3) > 0 ? known.Recommendations[random.Next(known.Recommendations.Count)] : default;
        foreach (var parameter in operation.Parameters.Where(p => p.Place == "path"))
        {
            string value = parameter.Name switch
            {
                "service_id" when pair.Service is not null => pair.Service,
                "recommendation_id" when pair.Id is not null => pair.Id,
                "service_id" when random.Next(3) > 0 => known.Services[random.Next(known.Services.Count)],
                _ when known.Ids.TryGetValue(parameter.Name, out var ids) && ids.Count > 0 && random.Next(3) > 0 => ids[random.Next(ids.Count)],
                _ => Text(parameter, random),
            };
            // Segments that clients resolve themselves, and one that is none, are for tests of raw requests.
            if (value is "" or "." or "..") value = "x";
            fails |= !Fits(parameter.Schema, value);
            path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        return (path, fails);
    }

    private (string Query, bool Fails) Query(ContractOperation operation, Random random)
    {
        bool fails = false;
        var parts = new List<string>();
        foreach (var parameter in operation.Parameters.Where(p => p.Place == "query" && random.Next(2) == 0))
        {
            string value = Text(parameter, random);
            fails |= !Fits(parameter.Schema, value);
            parts.Add($"{parameter.Name}={Uri.EscapeDataString(value)}");
        }

        if (random.Next(15) == 0) parts.Add("unknown_parameter=1");
        return (parts.Count > 0 ? "?" + string.Join('&', parts) : "", fails);
    }

    private static Dictionary<string, string> Headers(ContractOperation operation, Random random)
    {
        string[] tags = ["*", "\"x\"", "W/\"x\", \"y\"", "not a tag", ""];
        return operation.Parameters.Where(p => p.Place == "header" && random.Next(4) == 0).ToDictionary(p => p.Name, _ => tags[random.Next(tags.Length)]);
    }

    private string Text(ContractParameter parameter, Random random)
    {
        if (random.Next(10) < 3) return BadTexts[random.Next(BadTexts.Length)];
        var value = values.Of(parameter.Schema, parameter.Name, random);
        return value!.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
    }

    // A text of a request is a number only as plain digits.
    private bool Fits(JsonElement schema, string text)
    {
        bool isText = schema.GetProperty("type").GetString() == "string";
        if (!isText && !Literal().IsMatch(text)) return false;
        return check.Complaints(JsonSerializer.Deserialize<JsonElement>(isText ? JsonSerializer.Serialize(text) : text), schema).Count == 0;
    }

    [GeneratedRegex(@"\A(-?(0|[1-9][0-9]*)(\.[0-9]+)?|true|false)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();
}
