using System.Globalization;
using System.Text;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Validation;

/// <summary>Collects what is wrong with a request, field by field, up to a limit.</summary>
/// <param name="limit">The most errors kept; more would help nobody.</param>
public sealed class FieldErrors(int limit)
{
    private readonly List<FieldError> errors = [];

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsEmpty => errors.Count == 0;

    /// <summary>How many errors are kept so far.</summary>
    public int Count => errors.Count;

    /// <summary>Whether the limit is reached, so that looking further is idle.</summary>
    public bool IsFull => errors.Count >= limit;

    /// <summary>The errors as one failure.</summary>
    public Error ToError() => Error.Invalid(errors);

    /// <summary>Notes that <paramref name="field"/> is wrong.</summary>
    public void Add(string field, string message)
    {
        if (!IsFull) errors.Add(new FieldError(field, message));
    }

    /// <summary>Notes <paramref name="complaint"/> about <paramref name="field"/> unless it is null.</summary>
    public void AddIf(string field, string? complaint)
    {
        if (complaint is not null) Add(field, complaint);
    }

    /// <summary>Reads a service id; the default value stands in for a wrong one.</summary>
    public ServiceId ServiceId(string? text, string field)
    {
        if (Domain.Graph.ServiceId.Complaint(text) is not { } complaint) return Domain.Graph.ServiceId.Of(text!);
        Add(field, complaint);
        return default;
    }

    /// <summary>
    /// Reads the id of a service that is to be registered, which telemetry will be asked for: it must not look like data of a
    /// person. The default value stands in for a wrong one; the complaint does not repeat what was submitted.
    /// </summary>
    public ServiceId RegisteredServiceId(string? text, string field)
    {
        var id = ServiceId(text, field);
        if (id == default || PersonalData.Find(id.Value) is not { } kind) return id;
        Add(field, $"A service id must not look like {kind}.");
        return default;
    }

    /// <summary>Reads a published name; the default value stands in for a wrong one.</summary>
    /// <param name="text">The text as submitted.</param>
    /// <param name="field">The field to name.</param>
    /// <param name="missing">What a missing text means; null when it is required.</param>
    public TEnum OneOf<TEnum>(string? text, string field, TEnum? missing = null)
        where TEnum : struct, Enum
    {
        if (text is null && missing is { } value) return value;
        if (Term<TEnum>.TryParse(text, out var parsed)) return parsed;
        Add(field, $"One of {Term<TEnum>.Choices} is expected.");
        return default;
    }

    /// <summary>Reads an optional published name; null stands for a missing one, and for a wrong one.</summary>
    public TEnum? OneOfOrNone<TEnum>(string? text, string field)
        where TEnum : struct, Enum => text is null ? null : OneOf<TEnum>(text, field);

    /// <summary>Reads a UUID in its usual form; null stands for a missing and for a wrong one.</summary>
    public Guid? Uuid(string? text, string field)
    {
        if (Guid.TryParseExact(text, "D", out var id)) return id;
        Add(field, "A UUID is expected.");
        return null;
    }

    /// <summary>Reads the UUID that a path holds, which is all there is to check.</summary>
    public static Result<Guid> PathUuid(string text, string field)
    {
        var wrong = new FieldErrors(1);
        return wrong.Uuid(text, field) is { } id ? id : wrong.ToError();
    }

    /// <summary>Checks an optional short text.</summary>
    public string? Text(string? text, string field, int maxLength)
    {
        if (text is null) return null;
        if (text.Length == 0 || text.Length > maxLength) Add(field, $"A text of 1 to {maxLength} characters is expected.");
        else if (text.Any(char.IsControl) || text.EnumerateRunes().Any(r => r == Rune.ReplacementChar))
            Add(field, "The text must not contain control characters.");
        return text;
    }

    /// <summary>Checks an optional text of several lines.</summary>
    public string? Prose(string? text, string field, int maxLength)
    {
        if (text is null) return null;
        if (text.Length == 0 || text.Length > maxLength) Add(field, $"A text of 1 to {maxLength} characters is expected.");
        else if (text.EnumerateRunes().Any(r => r == Rune.ReplacementChar || (Rune.IsControl(r) && r.Value is not ('\n' or '\r' or '\t'))))
            Add(field, "The text must not contain control characters.");
        return text;
    }

    /// <summary>Reads an optional whole number in a range.</summary>
    public int WholeNumber(string? text, string field, int missing, int least, int most)
    {
        if (text is null) return missing;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most) return value;
        Add(field, $"A whole number from {least} to {most} is expected.");
        return missing;
    }

    /// <summary>Reads an availability target in percent as a ratio in (0, 1); null for a missing one, and for a wrong one.</summary>
    public double? Target(double? percentage, string field)
    {
        if (percentage is null) return null;
        if (percentage is > 0 and < 100) return Publishing.Percent.ToRatio(percentage.Value);
        Add(field, "A percentage above 0 and below 100 is expected.");
        return null;
    }

    /// <summary>Reads an availability target written in percent as a ratio in (0, 1); null for a missing one, and for a wrong one.</summary>
    public double? Target(string? text, string field)
    {
        if (text is null) return null;
        bool isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percentage);
        return Target(isNumber ? percentage : double.NaN, field);
    }

    /// <summary>Reads an optional <c>true</c> or <c>false</c>.</summary>
    public bool Flag(string? text, string field, bool missing)
    {
        if (text is null) return missing;
        if (bool.TryParse(text, out bool value)) return value;
        Add(field, "true or false is expected.");
        return missing;
    }
}
