using System.Diagnostics.Metrics;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class RecommendationInstrumentsTests
{
    [Fact]
    public void Services_beyond_the_limit_share_one_series_and_those_below_keep_theirs()
    {
        using var instruments = new RecommendationInstruments();
        var series = new HashSet<string>(StringComparer.Ordinal);
        using var listener = Listen(instruments, tags => series.Add(tags));

        for (int i = 0; i < ServiceLabels.MostServices + 50; i++) instruments.RecordGenerated($"service-{i}", "availability");
        instruments.RecordGenerated("service-0", "latency");

        series.Count.ShouldBe(3 * (ServiceLabels.MostServices + 2));
        series.ShouldContain("other/availability/balanced");
        series.ShouldContain("service-0/latency/conservative");
        series.ShouldContain($"service-{ServiceLabels.MostServices - 1}/availability/aggressive");
        series.ShouldNotContain($"service-{ServiceLabels.MostServices}/availability/aggressive");
    }

    private static MeterListener Listen(RecommendationInstruments scope, Action<string> note)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, scope) && instrument.Name == RecommendationInstruments.Generated) own.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => note(string.Join('/', tags.ToArray().Select(t => t.Value))));
        listener.Start();
        return listener;
    }
}
