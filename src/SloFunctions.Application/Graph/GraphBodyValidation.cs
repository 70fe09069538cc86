using System.Globalization;
using System.Text.RegularExpressions;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Turns a submitted body into a <see cref="GraphUpdate"/>, or names the fields at fault.</summary>
public static partial class GraphBodyValidation
{
    /// <summary>Checks a submission.</summary>
    /// <param name="body">The body; null when the request had none.</param>
    /// <param name="now">The present, for missing and future timestamps.</param>
    public static Result<GraphUpdate> Check(GraphBody? body, DateTimeOffset now)
    {
        if (body is null) return Error.Invalid("body", "A JSON object is required.");

        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        var source = errors.OneOf<DiscoverySource>(body.Source, "source");
        var observedAt = Timestamp(body.Timestamp, now, errors);
        var nodes = Within(body.Nodes, GraphLimits.Nodes, "nodes", errors);
        var edges = Within(body.Edges, GraphLimits.Edges, "edges", errors);
        if (body.Nodes is not { Count: > 0 } && body.Edges is not { Count: > 0 }) errors.Add("nodes", "At least one node or edge is required.");

        var registrations = NodeValidation.Check(nodes, errors);
        var dependencies = EdgeValidation.Check(edges, errors);
        return errors.IsEmpty ? new GraphUpdate(source, observedAt, registrations, dependencies) : errors.ToError();
    }

    private static DateTimeOffset Timestamp(string? text, DateTimeOffset now, FieldErrors errors)
    {
        if (text is null) return now;
        if (!Iso8601().IsMatch(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            errors.Add("timestamp", "An ISO 8601 time such as 2026-02-14T10:00:00Z is expected.");
            return now;
        }

        if (time > now + GraphLimits.ClockSkew) errors.Add("timestamp", "The time lies in the future.");
        if (time.Year < 2000) errors.Add("timestamp", "The time lies before the year 2000.");
        return time;
    }

    // The parser alone also takes other notations, and completes a time of day with the date of the machine's clock.
    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Iso8601();

    private static IReadOnlyList<T> Within<T>(IReadOnlyList<T>? items, int limit, string field, FieldErrors errors)
    {
        if (items is null) return [];
        if (items.Count <= limit) return items;
        errors.Add(field, $"At most {limit} are accepted in one request; these are {items.Count}.");
        return [];
    }
}
