namespace SloFunctions.Application.Impact.Documents;

/// <summary>A change as it was understood.</summary>
/// <param name="Type">The kind of change.</param>
/// <param name="Effect">What it does, for people.</param>
public sealed record AppliedChangeDocument(string Type, string Effect);
