namespace SloFunctions.Application.Impact;

/// <summary>A what-if question as it arrives; unknown properties are ignored.</summary>
/// <param name="Changes">1 to 50 changes, applied in their order.</param>
/// <param name="Services">The services to tell of; all that are affected when missing.</param>
public sealed record WhatIfBody(IReadOnlyList<ChangeBody?>? Changes, IReadOnlyList<string?>? Services);
