using SloFunctions.Application.Access;

namespace SloFunctions.Testing;

/// <summary>Callers for tests that are not about who calls.</summary>
public static class Callers
{
    /// <summary>May do everything.</summary>
    public static Caller Administrator { get; } = User("ann@example.org", Role.SreAdmin);

    /// <summary>A person with a role in some teams.</summary>
    public static Caller User(string name, Role? role, params string[] teams) =>
        new(CredentialKind.UserToken, $"user:{name}", name, role, teams, new Dictionary<string, int>());
}
