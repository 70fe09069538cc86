using System.Globalization;
using SloFunctions.Application.Access;

namespace SloFunctions.LocalHost.ApiKeys;

/// <summary>What <c>apikey</c> was asked to do.</summary>
/// <param name="Action"><c>create</c>, <c>list</c> or <c>revoke</c>.</param>
/// <param name="Key">The key to create; its fields are checked by the use case.</param>
/// <param name="Id">The key to revoke; null otherwise.</param>
public sealed record ApiKeyOptions(string Action, ApiKeyBody Key, string? Id)
{
    /// <summary>How to call it.</summary>
    public const string Usage =
        """
        usage: apikey create --name NAME --role viewer|service_owner|sre_admin [--team TEAM] [--expires-in-days N] [--limit OPERATION=N]...
               apikey list
               apikey revoke ID
        """;

    /// <summary>Reads the arguments after <c>apikey</c>.</summary>
    /// <exception cref="LocalHostException">They are not as documented.</exception>
    public static ApiKeyOptions Parse(string[] args)
    {
        var empty = new ApiKeyBody(null, null, null, null, null);
        return args switch
        {
            ["list"] => new ApiKeyOptions("list", empty, null),
            ["revoke", var id] => new ApiKeyOptions("revoke", empty, id),
            ["create", .. var rest] when rest.Length % 2 == 0 => new ApiKeyOptions("create", Body(rest), null),
            _ => throw new LocalHostException(Usage),
        };
    }

    private static ApiKeyBody Body(string[] options)
    {
        var body = new ApiKeyBody(null, null, null, null, null);
        var limits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string[] option in options.Chunk(2))
        {
            body = (option[0], option[1]) switch
            {
                ("--name", var name) => body with { Name = name },
                ("--role", var role) => body with { Role = role },
                ("--team", var team) => body with { Team = team },
                ("--expires-in-days", var days) => body with { ExpiresInDays = Number(days) },
                ("--limit", var limit) when limit.Split('=') is [var operation, var perMinute] && limits.TryAdd(operation, Number(perMinute)) => body,
                _ => throw new LocalHostException(Usage),
            };
        }

        return limits.Count > 0 ? body with { RateLimits = limits } : body;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw new LocalHostException(Usage);
}
