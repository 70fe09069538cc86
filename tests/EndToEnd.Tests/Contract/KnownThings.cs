namespace EndToEnd.Tests.Contract;

/// <summary>What exists, so that requests can ask for it.</summary>
/// <param name="Services">Services.</param>
/// <param name="Recommendations">Recommendations with their services.</param>
/// <param name="Ids">Ids by the name of the parameter that takes them.</param>
internal sealed record KnownThings(
    IReadOnlyList<string> Services,
    IReadOnlyList<(string Service, string Id)> Recommendations,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Ids);
