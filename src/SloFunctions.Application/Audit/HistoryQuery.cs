using System.Globalization;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Audit;

/// <summary>Asks for one page of a service's history.</summary>
/// <param name="Service">The service.</param>
/// <param name="Actor">Whose entries; null for everybody's.</param>
/// <param name="Actions">Which actions, without repetition; empty for all.</param>
/// <param name="From">The earliest time, itself included; null for any.</param>
/// <param name="To">The latest time, itself not included; null for any.</param>
/// <param name="Before">Where the page before ended; null for the first page.</param>
/// <param name="Limit">Entries on the page, 1 to 200.</param>
public sealed record HistoryQuery(
    ServiceId Service, string? Actor, IReadOnlyList<AuditAction> Actions, DateTimeOffset? From, DateTimeOffset? To, HistoryPosition? Before, int Limit)
{
    /// <summary>Entries on a page, unless told otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most entries on a page.</summary>
    public const int MaxLimit = 200;

    /// <summary>The longest name of an actor, in characters.</summary>
    public const int ActorLength = 255;

    // With an offset of zero, as answers write times, with as many digits of the second as the log holds.
    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'+00:00'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd"];

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<HistoryQuery> Parse(string? service, string? actor, string? action, string? from, string? to, string? cursor, string? limit)
    {
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        var query = new HistoryQuery(
            errors.ServiceId(service, "service_id"),
            errors.Text(actor, "actor", ActorLength),
            Some(action, errors),
            Time(from, "from", errors),
            Time(to, "to", errors),
            PageCursor.Read(cursor, HistoryPosition.OfKeys, errors),
            errors.WholeNumber(limit, "limit", DefaultLimit, 1, MaxLimit));
        if (query.From > query.To) errors.Add("from", "It must not be after to.");
        return errors.IsEmpty ? query : errors.ToError();
    }

    private static List<AuditAction> Some(string? text, FieldErrors errors)
    {
        if (text is null) return [];
        var actions = new List<AuditAction>();
        foreach (string name in text.Split(','))
        {
            if (!Term<AuditAction>.TryParse(name, out var action))
            {
                errors.Add("action", $"One of {Term<AuditAction>.Choices} is expected, or several separated by commas.");
                return [];
            }

            if (!actions.Contains(action)) actions.Add(action);
        }

        return actions;
    }

    private static DateTimeOffset? Time(string? text, string field, FieldErrors errors)
    {
        if (text is null) return null;
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Styles, out var time)) return time;
        errors.Add(field, "A time in UTC is expected, such as 2026-01-31T12:00:00Z, or a day.");
        return null;
    }
}
