using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Tests;

internal static class Errors
{
    /// <summary>The fields at fault, in order.</summary>
    public static string Fields(this Error? error) => string.Join(", ", error?.Fields.Select(f => f.Field) ?? []);
}
