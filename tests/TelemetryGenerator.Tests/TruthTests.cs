using System.Globalization;
using System.Text.Json;

namespace TelemetryGenerator.Tests;

public sealed class TruthTests(GeneratedShop shop) : IClassFixture<GeneratedShop>
{
    private const int Hours = 72;
    private static readonly long Start = DateTimeOffset.Parse(GeneratedShop.End, CultureInfo.InvariantCulture).ToUnixTimeSeconds() - (Hours * 3600);

    [Fact]
    public void Every_hour_of_every_service_reads_back_as_its_truth()
    {
        shop.Services.Length.ShouldBe(24);
        foreach (var service in shop.Services)
        {
            ShouldReadBack(shop.Metrics, service, Start, Hours);
        }
    }

    [Theory]
    [InlineData(15)]
    [InlineData(1800)]
    [InlineData(3600)]
    public void Other_steps_read_back_too(int step)
    {
        var folder = "step" + step;
        shop.Generate(folder, "--services", "13", "--days", "2", "--end", GeneratedShop.End, "--metrics", "requests",
            "--step", step.ToString(CultureInfo.InvariantCulture));
        var metrics = MetricsText.Read(File.ReadLines(shop.PathOf(folder, "metrics.om")));
        var truth = JsonDocument.Parse(File.ReadAllBytes(shop.PathOf(folder, "truth.json"))).RootElement;

        foreach (var service in truth.GetProperty("services").EnumerateArray())
        {
            service.GetProperty("latency").ValueKind.ShouldBe(JsonValueKind.Null);
            ShouldReadBack(metrics, service, Start + (24 * 3600), 48);
        }
    }

    [Fact]
    public void Latency_buckets_read_back_grow_with_the_bound_and_end_at_the_total()
    {
        string[] bounds = [.. shop.Truth.GetProperty("bounds").EnumerateArray().Select(b => b.GetRawText()), "+Inf"];
        bounds.Length.ShouldBe(13);
        foreach (var service in shop.Services)
        {
            var id = service.GetProperty("service_id").GetString()!;
            var byBound = shop.Metrics.Of("http_request_duration_seconds_bucket", id)
                .Where(s => s["prometheus_replica"] is "" or "a")
                .ToLookup(s => s["le"].EndsWith(".0", StringComparison.Ordinal) ? s["le"][..^2] : s["le"]);
            for (var hour = 0; hour < Hours; hour++)
            {
                var truth = service.GetProperty("latency")[hour];
                if (truth.ValueKind == JsonValueKind.Null)
                {
                    service.GetProperty("total")[hour].ValueKind.ShouldBe(JsonValueKind.Null);
                    continue;
                }

                double[] known = [.. truth.EnumerateArray().Select(c => c.GetDouble())];
                var from = Start + (hour * 3600L);
                HourlyReading.Buckets(byBound, bounds, from, from + 3600).ShouldBe(known, $"{id} hour {hour}");
                known.Zip(known.Skip(1)).ShouldAllBe(pair => pair.Second >= pair.First);
                known[^1].ShouldBe(service.GetProperty("total")[hour].GetDouble());
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        shop.Generate("again", "--services", "24", "--days", "3", "--end", GeneratedShop.End, "--seed", "1");
        shop.Generate("other", "--services", "24", "--days", "3", "--end", GeneratedShop.End, "--seed", "2");
        foreach (var file in new[] { "metrics.om", "truth.json", "graph.json" })
        {
            File.ReadAllBytes(shop.PathOf("again", file)).AsSpan().SequenceEqual(File.ReadAllBytes(shop.PathOf("first", file))).ShouldBeTrue(file);
        }

        File.ReadAllBytes(shop.PathOf("other", "metrics.om")).AsSpan()
            .SequenceEqual(File.ReadAllBytes(shop.PathOf("first", "metrics.om"))).ShouldBeFalse();
    }

    private static void ShouldReadBack(MetricsText metrics, JsonElement service, long start, int hours)
    {
        var id = service.GetProperty("service_id").GetString()!;
        service.GetProperty("good").GetArrayLength().ShouldBe(hours);
        service.GetProperty("total").GetArrayLength().ShouldBe(hours);
        for (var hour = 0; hour < hours; hour++)
        {
            var (good, total) = (service.GetProperty("good")[hour], service.GetProperty("total")[hour]);
            (double, double)? known = total.ValueKind == JsonValueKind.Null ? null : (good.GetDouble(), total.GetDouble());
            var from = start + (hour * 3600L);
            HourlyReading.Requests(metrics, id, from, from + 3600).ShouldBe(known, $"{id} hour {hour}");
        }
    }
}
