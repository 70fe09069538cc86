using System.Globalization;
using System.Text.Json;

namespace EndToEnd.Tests.Contract;

/// <summary>One operation of the document.</summary>
public sealed class ContractOperation
{
    public ContractOperation(ApiContract contract, string path, HttpMethod method, JsonElement operation)
    {
        (Path, Method) = (path, method);
        Id = operation.GetProperty("operationId").GetString()!;
        Parameters = operation.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(contract.Resolve).Select(p => new ContractParameter(p.GetProperty("name").GetString()!, p.GetProperty("in").GetString()!, p.GetProperty("schema")))]
            : [];
        if (operation.TryGetProperty("requestBody", out var body))
        {
            var json = body.GetProperty("content").GetProperty("application/json");
            Body = json.GetProperty("schema");
            BodyIsRequired = body.TryGetProperty("required", out var required) && required.GetBoolean();
            Example = json.TryGetProperty("example", out var example) ? example : null;
        }

        string[] schemes = operation.TryGetProperty("security", out var security) ? [.. security.EnumerateArray().SelectMany(s => s.EnumerateObject()).Select(s => s.Name)] : [];
        NeedsUser = schemes is ["Bearer"];
        Answers = operation.GetProperty("responses").EnumerateObject()
            .ToDictionary(r => int.Parse(r.Name, CultureInfo.InvariantCulture), r => DocumentedAnswer.Read(contract.Resolve(r.Value), contract));
    }

    public string Id { get; }

    public string Path { get; }

    public HttpMethod Method { get; }

    public IReadOnlyList<ContractParameter> Parameters { get; }

    /// <summary>The schema of the body; null when it takes none.</summary>
    public JsonElement? Body { get; }

    public bool BodyIsRequired { get; }

    public JsonElement? Example { get; }

    /// <summary>Whether a key will not do.</summary>
    public bool NeedsUser { get; }

    /// <summary>What it may answer, by status.</summary>
    public IReadOnlyDictionary<int, DocumentedAnswer> Answers { get; }
}
