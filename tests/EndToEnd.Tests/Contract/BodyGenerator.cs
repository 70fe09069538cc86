using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Contract;

/// <summary>Makes up bodies: fitting ones, spoiled ones, and bytes that are no JSON of ours.</summary>
internal sealed class BodyGenerator(SchemaCheck check, ValueGenerator values)
{
    private const string Json = "application/json";

    /// <summary>Gives a request a body.</summary>
    public GeneratedRequest AddTo(GeneratedRequest request, Random random)
    {
        var operation = request.Operation;
        var value = operation.Example is { } example && random.Next(4) == 0 ? JsonNode.Parse(example.GetRawText()) : values.Of(operation.Body!.Value, "", random);
        int kind = random.Next(20);
        if (kind == 0) return AsOtherBytes(request, value, random);
        if (kind < 8) value = ValueSpoiler.Of(value, random);
        string text = value?.ToJsonString() ?? "null";
        return request with { Body = Encoding.UTF8.GetBytes(text), ContentType = Json, MustFail = request.MustFail || IsWrong(operation, text) };
    }

    private bool IsWrong(ContractOperation operation, string text)
    {
        // Nothing, said in JSON, is as good as no body.
        if (text == "null" && !operation.BodyIsRequired) return false;
        return check.Complaints(JsonSerializer.Deserialize<JsonElement>(text), operation.Body!.Value).Any(c => !IsOverlooked(operation, c));
    }

    // Which properties of a change count depends on its type; the others are not looked at.
    private static bool IsOverlooked(ContractOperation operation, string complaint) =>
        operation.Id == "AnswerWhatIf" && complaint.StartsWith("$.changes[", StringComparison.Ordinal)
        && complaint.Contains("].", StringComparison.Ordinal) && !complaint.Contains("].type", StringComparison.Ordinal);

    private static GeneratedRequest AsOtherBytes(GeneratedRequest request, JsonNode? value, Random random)
    {
        string json = value?.ToJsonString() ?? "null";
        byte[] plain = Encoding.UTF8.GetBytes(json);
        return random.Next(11) switch
        {
            0 => With(Encoding.Unicode.GetBytes(json), Json + "; charset=utf-16"),
            1 => With(plain[..Math.Max(1, plain.Length / 2)], Json),
            2 => With([.. "// comment\n"u8, .. plain], Json),
            3 => With([.. plain, (byte)','], Json),
            4 => With([0xff, 0xfe, .. plain], Json),
            5 => With(Encoding.UTF8.GetBytes(new string('[', 2000)), Json),
            6 => With([.. "\"\u00e9"u8[..2], .. plain], Json),
            7 => With([], Json, mustFail: request.Operation.BodyIsRequired),
            8 => With(plain, Json) with { Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" } },
            9 => With("{\"source\":\"manual\",\"source\":\"manual\",\"actor\":\"x\",\"actor\":\"y\",\"service_id\":\"x\",\"service_id\":\"y\",\"changes\":[],\"changes\":[],\"notes\":\"x\",\"notes\":\"y\",\"grace_minutes\":1,\"grace_minutes\":2}"u8.ToArray(), Json),
            _ => With(plain, "text/plain", mustFail: false),
        };

        GeneratedRequest With(byte[] body, string type, bool mustFail = true) => request with { Body = body, ContentType = type, MustFail = request.MustFail || mustFail };
    }
}
