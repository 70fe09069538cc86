using System.Text.Json;
using SloFunctions.Domain.Drift;
using SloFunctions.Testing;

namespace SloFunctions.Domain.Tests.Drift;

/// <summary>Streams with the indices at which the detectors of the river library, in its present and former versions, tell a change.</summary>
internal static class RiverStreams
{
    private static readonly JsonElement Oracles = JsonElement.Parse(
        File.ReadAllText(RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "river_streams.json")));

    public static IEnumerable<string> Names => Oracles.GetProperty("streams").EnumerateObject().Select(p => p.Name);

    public static double[] Values(string stream) =>
        [.. Oracles.GetProperty("streams").GetProperty(stream).EnumerateArray().Select(v => v.GetDouble())];

    /// <summary>Each stream with each variant of a detector.</summary>
    public static IEnumerable<(string Stream, string Variant, int[] Expected)> Expected =>
        from stream in Oracles.GetProperty("expected").EnumerateObject()
        from variant in stream.Value.EnumerateObject()
        select (stream.Name, variant.Name, variant.Value.EnumerateArray().Select(i => i.GetInt32()).ToArray());

    public static int[] Detections(IDriftDetector detector, IEnumerable<double> values) => Detections(detector.Update, values);

    public static int[] Detections(Func<double, bool> update, IEnumerable<double> values) =>
        [.. values.Index().Where(v => update(v.Item)).Select(v => v.Index)];
}
