using System.Globalization;
using System.Text.Json;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Puts series together from the tokens of an answer: <c>{"data":{"resultType":…,"result":[{"metric":{…},"values":[[time,"value"],…]}]}}</c>.</summary>
internal sealed class PrometheusAnswerParser
{
    // What is parsed takes more room than its text: without a bound on both, a small answer of empty series would fill the memory.
    private const int MostSeries = 500_000;

    private readonly string type;
    private readonly string pointsProperty;
    private readonly bool hasManyPoints;
    private readonly List<PrometheusSeries> all = [];

    private Place place = Place.Start;
    private int? skipDepth;
    private string? resultType;
    private bool sawResult;

    private Dictionary<string, string>? labels;
    private string label = "";
    private List<(DateTimeOffset Time, double Value)>? points;
    private bool hasHistograms;
    private DateTimeOffset? time;
    private double? value;

    private PrometheusAnswerParser(string type, string pointsProperty, bool hasManyPoints) =>
        (this.type, this.pointsProperty, this.hasManyPoints) = (type, pointsProperty, hasManyPoints);

    private enum Place
    {
        Start, Root, BeforeData, Data, BeforeType, BeforeResult, Result, Series, BeforeMetric, Metric, BeforeLabel, BeforePoints, Points, Point, End,
    }

    /// <summary>For the answer to a range query.</summary>
    public static PrometheusAnswerParser Matrix() => new("matrix", "values", hasManyPoints: true);

    /// <summary>For the answer to an instant query.</summary>
    public static PrometheusAnswerParser Vector() => new("vector", "value", hasManyPoints: false);

    /// <summary>Takes the next token.</summary>
    public void Take(ref Utf8JsonReader reader)
    {
        var token = reader.TokenType;
        if (skipDepth is { } depth)
        {
            if (reader.CurrentDepth == depth && token is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) skipDepth = null;
            return;
        }

        place = (place, token) switch
        {
            (Place.Start, JsonTokenType.StartObject) => Place.Root,
            (Place.Root, JsonTokenType.PropertyName) => reader.ValueTextEquals("data") ? Place.BeforeData : Skip(ref reader),
            (Place.Root, JsonTokenType.EndObject) => Place.End,
            (Place.BeforeData, JsonTokenType.StartObject) => Place.Data,
            (Place.Data, JsonTokenType.PropertyName) when reader.ValueTextEquals("resultType") => Place.BeforeType,
            (Place.Data, JsonTokenType.PropertyName) => reader.ValueTextEquals("result") ? Place.BeforeResult : Skip(ref reader),
            (Place.Data, JsonTokenType.EndObject) => Place.Root,
            (Place.BeforeType, JsonTokenType.String) => TakeType(ref reader),
            (Place.BeforeResult, JsonTokenType.StartArray) => Place.Result,
            (Place.Result, JsonTokenType.StartObject) => Place.Series,
            (Place.Result, JsonTokenType.EndArray) => EndResult(),
            (Place.Series, JsonTokenType.PropertyName) when reader.ValueTextEquals("metric") => Place.BeforeMetric,
            (Place.Series, JsonTokenType.PropertyName) => reader.ValueTextEquals(pointsProperty) ? Place.BeforePoints : SkipOfSeries(ref reader),
            (Place.Series, JsonTokenType.EndObject) => EndSeries(),
            (Place.BeforeMetric, JsonTokenType.StartObject) => BeginMetric(),
            (Place.Metric, JsonTokenType.PropertyName) => TakeLabel(ref reader),
            (Place.Metric, JsonTokenType.EndObject) => Place.Series,
            (Place.BeforeLabel, JsonTokenType.String) => TakeLabelValue(ref reader),
            (Place.BeforePoints, JsonTokenType.StartArray) => BeginPoints(),
            (Place.Points, JsonTokenType.StartArray) => Place.Point,
            (Place.Points, JsonTokenType.EndArray) => Place.Series,
            (Place.Point, JsonTokenType.Number) when time is null => TakeTime(ref reader),
            (Place.Point, JsonTokenType.String) when time is not null && value is null => TakeValue(ref reader),
            (Place.Point, JsonTokenType.EndArray) => EndPoint(),
            _ => throw new FormatException($"A {token} was not expected here."),
        };
    }

    /// <summary>The series, when all tokens were taken.</summary>
    /// <exception cref="FormatException">Something is missing.</exception>
    public IReadOnlyList<PrometheusSeries> Finish()
    {
        if (place != Place.End || !sawResult) throw new FormatException("The answer has no result.");
        return resultType == type ? all : throw new FormatException($"A {type} was expected.");
    }

    private Place Skip(ref Utf8JsonReader reader)
    {
        skipDepth = reader.CurrentDepth;
        return place;
    }

    // Native histograms stand beside or instead of points.
    private Place SkipOfSeries(ref Utf8JsonReader reader)
    {
        hasHistograms |= reader.ValueTextEquals("histograms") || reader.ValueTextEquals("histogram");
        return Skip(ref reader);
    }

    private Place TakeType(ref Utf8JsonReader reader)
    {
        resultType = reader.GetString();
        return Place.Data;
    }

    private Place EndResult()
    {
        sawResult = true;
        return Place.Data;
    }

    private Place BeginMetric()
    {
        labels = new Dictionary<string, string>(StringComparer.Ordinal);
        return Place.Metric;
    }

    private Place TakeLabel(ref Utf8JsonReader reader)
    {
        label = reader.GetString()!;
        return Place.BeforeLabel;
    }

    private Place TakeLabelValue(ref Utf8JsonReader reader)
    {
        labels!.Add(label, reader.GetString()!);
        return Place.Metric;
    }

    private Place BeginPoints()
    {
        points = [];
        return hasManyPoints ? Place.Points : Place.Point;
    }

    private Place TakeTime(ref Utf8JsonReader reader)
    {
        time = DateTimeOffset.FromUnixTimeSeconds((long)reader.GetDouble());
        return place;
    }

    private Place TakeValue(ref Utf8JsonReader reader)
    {
        bool isPlain = !reader.HasValueSequence && !reader.ValueIsEscaped;
        value = isPlain && double.TryParse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : PrometheusAnswer.ReadValue(reader.GetString()) ?? throw new FormatException($"'{reader.GetString()}' is not a sample value.");
        return place;
    }

    private Place EndPoint()
    {
        if (time is not { } at || value is not { } measured) throw new FormatException("A point has a time and a value.");
        points!.Add((at, measured));
        (time, value) = (null, null);
        return hasManyPoints ? Place.Points : Place.Series;
    }

    private Place EndSeries()
    {
        if (labels is null || (points is null && !hasHistograms)) throw new FormatException("A series has labels and points.");
        if (points is not null) all.Add(new PrometheusSeries(labels, points.ToArray()));
        if (all.Count > MostSeries) throw QueryRefusedException.TooLarge($"The answer has more than {MostSeries} series.");
        (labels, points, hasHistograms) = (null, null, false);
        return Place.Result;
    }
}
