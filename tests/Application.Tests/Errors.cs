using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Tests;

internal static class Errors
{
    /// <summary>The fields at fault, in order.</summary>
    public static string Fields(this Error? error) => string.Join(", ", error?.Fields.Select(f => f.Field) ?? []);

    /// <summary>The value; fails with the error when there is none.</summary>
    public static T ShouldSucceed<T>(this Result<T> result)
    {
        result.Error.ShouldBeNull();
        return result.Value!;
    }

    /// <summary>The error; fails when there is none.</summary>
    public static Error ShouldFail<T>(this Result<T> result) => result.Error.ShouldNotBeNull();
}
