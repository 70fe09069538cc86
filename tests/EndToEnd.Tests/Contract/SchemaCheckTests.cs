using System.Text.Json;

namespace EndToEnd.Tests.Contract;

public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"x\"", "1")]
    [InlineData("""{"type":"string","minLength":1,"maxLength":2}""", "\"é😀\"", "\"\"")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"ab\"", "\"abc\"")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"b\"", "\"B\"")]
    [InlineData("""{"type":"string","nullable":true,"enum":["a",null]}""", "null", "\"null\"")]
    [InlineData("""{"type":"string","pattern":"^[0-9]+$"}""", "\"12\"", "\"1x\"")]
    [InlineData("""{"type":"string","format":"uuid"}""", "\"0b9f3c1e-1111-4222-8333-444455556666\"", "\"0b9f3c1e\"")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-02-14T10:00:00.5Z\"", "\"2026-02-14\"")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-02-14T10:00:00+01:00\"", "\"2026-02-31T10:00:00Z\"")]
    [InlineData("""{"type":"integer"}""", "3", "3.5")]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483647", "3000000000")]
    [InlineData("""{"type":"number","minimum":0,"maximum":1}""", "1", "1.0000001")]
    [InlineData("""{"type":"number","minimum":0,"exclusiveMinimum":true}""", "1e-9", "0")]
    [InlineData("""{"type":"number","maximum":100,"exclusiveMaximum":true}""", "99.9", "100")]
    [InlineData("""{"type":"boolean"}""", "false", "null")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"minItems":1,"maxItems":2}""", "[1,2]", "[]")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"maxItems":2}""", "[]", "[1,2,3]")]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", "[1]", "[1,\"x\"]")]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}}""", """{"a":1,"b":2}""", """{"b":2}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"}},"additionalProperties":false}""", """{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"},"maxProperties":2}""", """{"a":1}""", """{"a":"x"}""")]
    [InlineData("""{"type":"object","additionalProperties":{},"maxProperties":1}""", """{"a":"x"}""", """{"a":1,"b":2}""")]
    [InlineData("""{"$ref":"named"}""", "\"x\"", "1")]
    [InlineData("""{"type":"object","nullable":true,"allOf":[{"type":"object","required":["a"]}]}""", "null", "{}")]
    [InlineData("""{"oneOf":[{"type":"object","properties":{"k":{"type":"string","enum":["a"]}}},{"type":"object","properties":{"k":{"type":"string","enum":["b"]}}}]}""", """{"k":"b"}""", """{"k":"c"}""")]
    public void A_value_is_told_from_one_that_does_not_fit(string schema, string valid, string invalid)
    {
        var check = new SchemaCheck(node => node.TryGetProperty("$ref", out _) ? Json("""{"type":"string"}""") : node);

        check.Complaints(Json(valid), Json(schema)).ShouldBeEmpty();
        check.Complaints(Json(invalid), Json(schema)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"integer","multipleOf":2}""")]
    [InlineData("""{"type":"string","format":"email"}""")]
    [InlineData("""{"type":"date"}""")]
    public void A_schema_that_is_not_understood_is_no_success(string schema) =>
        Should.Throw<NotSupportedException>(() => new SchemaCheck(node => node).Complaints(Json("\"2\""), Json(schema)));

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
