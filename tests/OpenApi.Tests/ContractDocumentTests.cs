using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using SloFunctions.Testing;

namespace SloFunctions.OpenApi.Tests;

public sealed class ContractDocumentTests
{
    private static readonly Lazy<Task<string>> Text = new(ContractDocument.RenderAsync);

    [Fact]
    public async Task The_committed_document_is_the_one_that_the_code_gives()
    {
        string committed = await File.ReadAllTextAsync(RepositoryRoot.Combine("docs/openapi.json"));

        (committed == await Text.Value).ShouldBeTrue("docs/openapi.json is outdated; ./slo openapi writes it anew.");
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes() => (await ContractDocument.RenderAsync()).ShouldBe(await Text.Value);

    [Fact]
    public async Task The_document_is_valid_OpenAPI_3_0()
    {
        var read = OpenApiDocument.Parse(await Text.Value, "json");

        read.Diagnostic.ShouldNotBeNull();
        read.Diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_0);
        read.Diagnostic.Errors.Select(e => e.ToString()).ShouldBeEmpty();
        read.Diagnostic.Warnings.Select(e => e.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_function_of_the_API_is_an_operation_of_its_own_name()
    {
        var names = (await OperationsAsync()).Select(o => o["operationId"]!.GetValue<string>()).ToArray();

        names.ShouldBeUnique();
        names.Where(n => !n.EndsWith("Head", StringComparison.Ordinal))
            .ShouldBe(HttpFunction.All.Where(f => !f.IsUndocumented).Select(f => f.Name), ignoreOrder: true);
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = JsonNode.Parse(await Text.Value)!;
        string[] references = [.. Everything(document).OfType<JsonObject>().Select(o => o["$ref"]).OfType<JsonValue>().Select(v => v.GetValue<string>())];

        references.Length.ShouldBeGreaterThan(100);
        references.Where(r => r["#/".Length..].Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]) is null).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_object_says_whether_it_may_have_more_properties()
    {
        var schemas = JsonNode.Parse(await Text.Value)!["components"]!["schemas"]!.AsObject();

        schemas.Where(s => s.Value!["oneOf"] is null && s.Value["additionalProperties"] is null).Select(s => s.Key).ShouldBeEmpty();
        schemas.Where(s => s.Value!["oneOf"] is null && s.Value["additionalProperties"] is JsonValue == s.Key.EndsWith("Body", StringComparison.Ordinal))
            .Select(s => s.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_schema_property_and_parameter_is_explained()
    {
        var document = JsonNode.Parse(await Text.Value)!;
        var schemas = document["components"]!["schemas"]!.AsObject();

        schemas.Where(s => s.Value!["description"] is null).Select(s => s.Key).ShouldBeEmpty();
        schemas.SelectMany(s => (s.Value!["properties"]?.AsObject() ?? []).Where(p => p.Value!["description"] is null && p.Key != "sli_type").Select(p => $"{s.Key}.{p.Key}"))
            .ShouldBeEmpty();
        (await OperationsAsync()).Where(o => o["summary"] is null || o["parameters"] is JsonArray all && all.Any(p => p!["description"] is null))
            .Select(o => o["operationId"]!.GetValue<string>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_are_snake_case()
    {
        var schemas = JsonNode.Parse(await Text.Value)!["components"]!["schemas"]!.AsObject();
        string[] names =
        [
            .. schemas.SelectMany(s => (s.Value!["properties"]?.AsObject() ?? []).Select(p => p.Key)),
            .. Everything(schemas).OfType<JsonObject>().Select(o => o["enum"]).OfType<JsonArray>().SelectMany(e => e).OfType<JsonValue>().Select(v => v.GetValue<string>()),
        ];

        // As the specification writes it.
        names.Where(n => n != "upstream (transitive)").Where(n => n.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_')).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Liveness", null, null, "")]
    [InlineData("GetSloRecommendations", "viewer", 60, "ApiKey,Bearer")]
    [InlineData("IngestDependencies", "service_owner", 10, "ApiKey,Bearer")]
    [InlineData("ResolveCircularDependency", "sre_admin", 30, "Bearer")]
    public async Task Operations_say_who_may_call_them_and_how_often(string name, string? role, int? perMinute, string credentials)
    {
        var operation = (await OperationsAsync()).Single(o => o["operationId"]!.GetValue<string>() == name);

        ((string?)operation["x-required-role"]).ShouldBe(role);
        ((int?)operation["x-rate-limit-per-minute"]).ShouldBe(perMinute);
        string.Join(',', operation["security"]!.AsArray().Select(s => s!.AsObject().Single().Key)).ShouldBe(credentials);
        string[] refusals = ["401", "403", "429"];
        refusals.ShouldAllBe(status => operation["responses"]!.AsObject().ContainsKey(status) == (role != null));
    }

    [Fact]
    public async Task A_parameter_has_the_bounds_and_the_default_of_its_validation()
    {
        var parameter = (await OperationsAsync()).Single(o => o["operationId"]!.GetValue<string>() == "GetSloRecommendations")["parameters"]!.AsArray()
            .Single(p => p!["name"]!.GetValue<string>() == "lookback_days")!;

        parameter["schema"]!["minimum"]!.GetValue<int>().ShouldBe(7);
        parameter["schema"]!["maximum"]!.GetValue<int>().ShouldBe(365);
        parameter["schema"]!["default"]!.GetValue<int>().ShouldBe(30);
    }

    private static async Task<JsonNode[]> OperationsAsync() =>
        [.. JsonNode.Parse(await Text.Value)!["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value!)];

    private static IEnumerable<JsonNode?> Everything(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).SelectMany(Everything).Prepend(o),
        JsonArray a => a.SelectMany(Everything).Prepend(a),
        _ => [node],
    };
}
