namespace SloFunctions.Application.Impact.Documents;

/// <summary>Why a target may not be kept.</summary>
/// <param name="Code">The kind of concern.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Suggestions">What would help.</param>
public sealed record WarningDocument(string Code, string Message, IReadOnlyList<string> Suggestions);
