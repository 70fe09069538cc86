using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.Tests.Publishing;

public sealed class PublishedJsonTests
{
    [Theory]
    [InlineData("2026-03-01T12:00:00+00:00", "\"2026-03-01T12:00:00Z\"")]
    [InlineData("2026-03-01T12:00:00+02:00", "\"2026-03-01T10:00:00Z\"")]
    [InlineData("2026-03-01T12:00:00.5000000+00:00", "\"2026-03-01T12:00:00.5Z\"")]
    [InlineData("2026-03-01T12:00:00.1234567-05:30", "\"2026-03-01T17:30:00.1234567Z\"")]
    public void Times_end_in_Z_and_lead_back_to_the_instant(string time, string json)
    {
        var instant = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

        JsonSerializer.Serialize(instant, PublishedJson.Options).ShouldBe(json);
        var read = JsonSerializer.Deserialize<DateTimeOffset>(json, PublishedJson.Options);
        read.ShouldBe(instant);
        read.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("""{"source": "manual", "source": "manual"}""")]
    [InlineData("""{"nodes": [{"service_id": "a", "metadata": {"a": 1, "a": 2}}]}""")]
    [InlineData("""{"edges": [{"attributes": {"timeout_ms": "5"}}]}""")]
    [InlineData("""{"edges": [{"attributes": {"timeout_ms": 1.5}}]}""")]
    [InlineData("""{"source": "\ud83d"}""")]
    [InlineData("""{"source": 1}""")]
    [InlineData("""{"nodes": {}}""")]
    [InlineData("""{"source": "manual",}""")]
    public void Ambiguous_and_wrongly_typed_bodies_are_refused(string json)
    {
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<GraphBody>(json, PublishedJson.Options));
    }

    [Fact]
    public void Nulls_are_written_and_names_are_snake_case()
    {
        JsonSerializer.Serialize(new ServicePage([], null), PublishedJson.Options).ShouldBe("""{"services":[],"next_cursor":null}""");
    }
}
