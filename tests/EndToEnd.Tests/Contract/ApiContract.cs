using System.Text.Json;

namespace EndToEnd.Tests.Contract;

/// <summary>The OpenAPI document that the app serves.</summary>
public sealed class ApiContract
{
    private static readonly string[] Methods = ["get", "head", "post", "put", "delete"];

    private readonly JsonElement document;

    public ApiContract(JsonElement document)
    {
        this.document = document;
        Operations =
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from item in path.Value.EnumerateObject()
               where Methods.Contains(item.Name)
               select new ContractOperation(this, path.Name, new HttpMethod(item.Name.ToUpperInvariant()), item.Value),
        ];
    }

    /// <summary>Everything that can be asked for.</summary>
    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>What stands at the end of references.</summary>
    public JsonElement Resolve(JsonElement node)
    {
        while (node.ValueKind == JsonValueKind.Object && node.TryGetProperty("$ref", out var reference))
            node = reference.GetString()!["#/".Length..].Split('/').Aggregate(document, (at, part) => at.GetProperty(part));
        return node;
    }
}
