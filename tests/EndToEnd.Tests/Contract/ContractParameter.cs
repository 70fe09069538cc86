using System.Text.Json;

namespace EndToEnd.Tests.Contract;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Schema">What its values are.</param>
public sealed record ContractParameter(string Name, string Place, JsonElement Schema);
