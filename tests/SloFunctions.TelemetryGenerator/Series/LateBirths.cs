using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>
/// Error series that do not exist until the first error, and then show a value above 0 at once: "500" in the middle of an hour,
/// "503" at the first sample after an hour's beginning.
/// </summary>
internal static class LateBirths
{
    private const int FirstValueOf500 = 7;
    private const int FirstValueOf503 = 4;

    public static void Arrange(
        ref SplitMix64 random, ServiceHistory history, Timeline timeline, StatusCounter internalErrors, StatusCounter unavailable)
    {
        var birthOf500 = timeline.SampleInMiddleOf(timeline.HourAt(0.35)) + 1;
        var birthOf503 = timeline.SampleAtStartOf(timeline.HourAt(0.7)) + 1;
        for (var step = birthOf503; step <= timeline.Steps; step++)
        {
            unavailable.Increments[step] = Draws.Binomial(ref random, internalErrors.Increments[step], 0.5);
            internalErrors.Increments[step] -= unavailable.Increments[step];
        }

        Bear(internalErrors, birthOf500, FirstValueOf500, timeline);
        Bear(unavailable, birthOf503, FirstValueOf503, timeline);
        history.Notes["births"] = new System.Text.Json.Nodes.JsonArray(
            Birth("500", birthOf500, FirstValueOf500, timeline), Birth("503", birthOf503, FirstValueOf503, timeline));
    }

    private static void Bear(StatusCounter counter, int at, int value, Timeline timeline)
    {
        Array.Clear(counter.Increments, 0, at);
        counter.Absences.Add(new(0, at - 1));
        counter.Increments[at] = value;
        ErrorFreeSpan.RestOfHour(counter, at, timeline);
    }

    private static System.Text.Json.Nodes.JsonObject Birth(string status, int at, int value, Timeline timeline) =>
        new() { ["status"] = status, ["at"] = timeline.InstantOf(at), ["first_value"] = value };
}
