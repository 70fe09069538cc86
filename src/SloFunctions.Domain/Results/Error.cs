namespace SloFunctions.Domain.Results;

/// <summary>An expected failure: a value that a use case returns instead of its result.</summary>
/// <param name="Kind">How callers tell failures apart.</param>
/// <param name="Code">A stable name in kebab-case; the last part of the problem's <c>type</c> URI.</param>
/// <param name="Title">A short text that is the same for every failure of this code.</param>
/// <param name="Detail">What happened this time and what to do about it.</param>
/// <param name="Fields">The fields at fault; empty when no field is.</param>
public sealed record Error(ErrorKind Kind, string Code, string Title, string Detail, IReadOnlyList<FieldError> Fields)
{
    /// <summary>A request whose fields break rules.</summary>
    /// <param name="fields">At least one field error.</param>
    public static Error Invalid(IReadOnlyList<FieldError> fields) => new(
        ErrorKind.Invalid,
        "invalid-request",
        "Invalid Request",
        string.Join(' ', fields.Take(3).Select(f => $"{f.Field}: {f.Message}")),
        fields);

    /// <summary>A request of which one field breaks a rule.</summary>
    public static Error Invalid(string field, string message) => Invalid([new FieldError(field, message)]);

    /// <summary>No service is known by <paramref name="serviceId"/>.</summary>
    public static Error ServiceNotFound(string serviceId) => new(
        ErrorKind.NotFound,
        "service-not-found",
        "Service Not Found",
        $"Service with ID '{serviceId}' is not registered.",
        []);
}
