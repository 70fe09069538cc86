namespace SloFunctions.Domain.Results;

/// <summary>An expected failure: a value that a use case returns instead of its result.</summary>
/// <param name="Kind">How callers tell failures apart.</param>
/// <param name="Code">A stable name in kebab-case; the last part of the problem's <c>type</c> URI.</param>
/// <param name="Title">A short text that is the same for every failure of this code.</param>
/// <param name="Detail">What happened this time and what to do about it.</param>
/// <param name="Fields">The fields at fault; empty when no field is.</param>
public sealed record Error(ErrorKind Kind, string Code, string Title, string Detail, IReadOnlyList<FieldError> Fields)
{
    /// <summary>How long the caller should wait before it asks again; null where waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

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

    /// <summary>Nothing of that kind has this id.</summary>
    /// <param name="code">The kind in kebab-case, for the code.</param>
    /// <param name="kind">The kind as words, capitalised as in titles.</param>
    /// <param name="id">The id asked for.</param>
    public static Error NotFound(string code, string kind, string id) =>
        new(ErrorKind.NotFound, $"{code}-not-found", $"{kind} Not Found", $"There is no {kind.ToLowerInvariant()} with ID '{id}'.", []);

    /// <summary>The request contradicts the present state.</summary>
    public static Error Conflict(string code, string title, string detail) => new(ErrorKind.Conflict, code, title, detail, []);

    /// <summary>What the caller holds the request against has changed meanwhile.</summary>
    /// <param name="detail">What it is now.</param>
    /// <param name="header">The header that says what it was.</param>
    public static Error PreconditionFailed(string detail, string header = "If-Match") => new(
        ErrorKind.PreconditionFailed, "precondition-failed", "Precondition Failed", detail, [new FieldError(header, "This is not so any more.")]);

    /// <summary>A well-formed request of which one field contradicts something else.</summary>
    public static Error Unprocessable(string code, string title, string detail, FieldError field) =>
        new(ErrorKind.Unprocessable, code, title, detail, [field]);

    /// <summary>The caller has not proved who it is.</summary>
    public static Error Unauthenticated(string detail) => new(ErrorKind.Unauthenticated, "unauthenticated", "Unauthenticated", detail, []);

    /// <summary>The caller may not do this.</summary>
    public static Error Forbidden(string code, string title, string detail, IReadOnlyList<FieldError>? fields = null) =>
        new(ErrorKind.Forbidden, code, title, detail, fields ?? []);

    /// <summary>The caller asks too often.</summary>
    public static Error Throttled(string code, string title, string detail, TimeSpan retryAfter) =>
        new(ErrorKind.Throttled, code, title, detail, []) { RetryAfter = retryAfter };

    /// <summary>No service is known by <paramref name="serviceId"/>.</summary>
    public static Error ServiceNotFound(string serviceId) => new(
        ErrorKind.NotFound,
        "service-not-found",
        "Service Not Found",
        $"Service with ID '{serviceId}' is not registered.",
        []);
}
