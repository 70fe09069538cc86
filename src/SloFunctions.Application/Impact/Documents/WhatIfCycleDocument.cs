namespace SloFunctions.Application.Impact.Documents;

/// <summary>Services that would wait for each other in a circle.</summary>
/// <param name="Members">All of them.</param>
/// <param name="Path">One way round, from the first member back to it.</param>
public sealed record WhatIfCycleDocument(IReadOnlyList<string> Members, IReadOnlyList<string> Path);
