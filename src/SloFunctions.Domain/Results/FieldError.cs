namespace SloFunctions.Domain.Results;

/// <summary>One rule that one field of a request breaks.</summary>
/// <param name="Field">The path of the field as the caller wrote it, for example <c>edges[3].attributes.timeout_ms</c>.</param>
/// <param name="Message">What is expected there, as a sentence.</param>
public sealed record FieldError(string Field, string Message);
