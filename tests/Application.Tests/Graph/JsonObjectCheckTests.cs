using System.Text.Json;
using SloFunctions.Application.Graph;

namespace SloFunctions.Application.Tests.Graph;

public sealed class JsonObjectCheckTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a": [1, -2.5, 1e300, 0, 0.0, -0e5, true, null, "text", {"b": []}]}""")]
    [InlineData("""{"emoji": "\ud83d\ude80", "ключ": "значение"}""")]
    [InlineData("""{"a": 1234567890123456789012345678901234567890}""")]
    public void Ordinary_objects_are_accepted(string json)
    {
        Complaint(json).ShouldBeNull();
    }

    [Theory]
    [InlineData("[]", "A JSON object is expected.")]
    [InlineData("\"{}\"", "A JSON object is expected.")]
    [InlineData("null", "A JSON object is expected.")]
    [InlineData("""{"a": "x\u0000y"}""", "The character U+0000 is not accepted.")]
    [InlineData("""{"x\u0000y": 1}""", "The character U+0000 is not accepted.")]
    [InlineData("""{"a": [{"b": "\u0000"}]}""", "The character U+0000 is not accepted.")]
    [InlineData("""{"a": "\ud83d"}""", "Half of a surrogate pair is not accepted.")]
    [InlineData("""{"a": "\ude80x"}""", "Half of a surrogate pair is not accepted.")]
    [InlineData("""{"\ud83d": 1}""", "Half of a surrogate pair is not accepted.")]
    [InlineData("""{"a": 1e999}""", "A number is out of range.")]
    [InlineData("""{"a": -1e999}""", "A number is out of range.")]
    [InlineData("""{"a": 1e-999}""", "A number is out of range.")]
    [InlineData("""{"a": [0.00000000000000000000000000000000000001]}""", null)]
    [InlineData("""{"a": 12345678901234567890123456789012345678901}""", "A number is out of range.")]
    public void What_the_database_cannot_hold_is_refused(string json, string? complaint)
    {
        Complaint(json).ShouldBe(complaint);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    public void Eight_levels_of_nesting_are_the_most(string innermost)
    {
        Complaint(Nested(8, innermost)).ShouldBeNull();
        Complaint(Nested(9, innermost)).ShouldBe("At most 8 levels of nesting are accepted.");
        Complaint($$"""{"a": {{string.Concat(Enumerable.Repeat('[', 8))}}{{innermost}}{{string.Concat(Enumerable.Repeat(']', 8))}}}""")
            .ShouldBe("At most 8 levels of nesting are accepted.");
    }

    [Fact]
    public void The_text_of_an_object_is_limited()
    {
        string Sized(int length) => $$"""{"a":"{{new string('x', length - 8)}}"}""";

        Complaint(Sized(GraphLimits.JsonLength)).ShouldBeNull();
        Complaint(Sized(GraphLimits.JsonLength + 1)).ShouldBe("At most 16384 characters of JSON are accepted.");
    }

    private static string Nested(int levels, string innermost) =>
        string.Concat(Enumerable.Repeat("{\"a\":", levels)) + innermost + new string('}', levels);

    private static string? Complaint(string json) => JsonObjectCheck.Complaint(JsonDocument.Parse(json).RootElement);
}
