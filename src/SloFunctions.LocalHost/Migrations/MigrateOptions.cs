using System.Globalization;

namespace SloFunctions.LocalHost.Migrations;

/// <summary>What <c>migrate</c> was asked to do.</summary>
/// <param name="Action"><c>up</c>, <c>down</c> or <c>status</c>.</param>
/// <param name="Target">The version to go down to; null for one version back.</param>
/// <param name="Login">A login to create for the application; null for none.</param>
/// <param name="Password">The password of that login.</param>
/// <param name="Principal">An identity of Microsoft Entra ID that the application connects as; null for none.</param>
/// <param name="ObjectId">The object id of that identity.</param>
public sealed record MigrateOptions(string Action, int? Target, string? Login, string? Password, string? Principal, Guid? ObjectId)
{
    /// <summary>How to call it.</summary>
    public const string Usage = "usage: migrate up [--app-login NAME --app-password PASSWORD] [--app-principal NAME --app-object-id ID] | down [--to VERSION] | status";

    /// <summary>Reads the arguments after <c>migrate</c>.</summary>
    /// <exception cref="LocalHostException">They are not as documented.</exception>
    public static MigrateOptions Parse(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args[0] is not ("up" or "down" or "status")) throw new LocalHostException(Usage);
        var options = new MigrateOptions(args[0], null, null, null, null, null);
        for (int i = 1; i < args.Count; i += 2)
        {
            string? value = i + 1 < args.Count ? args[i + 1] : null;
            options = (args[0], args[i], value) switch
            {
                ("down", "--to", { } text) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) =>
                    options with { Target = version },
                ("up", "--app-login", { } name) => options with { Login = name },
                ("up", "--app-password", { } password) => options with { Password = password },
                ("up", "--app-principal", { Length: > 0 } name) => options with { Principal = name },
                ("up", "--app-object-id", { } text) when Guid.TryParse(text, out var id) => options with { ObjectId = id },
                _ => throw new LocalHostException(Usage),
            };
        }

        if (options.Login is null != options.Password is null || options.Principal is null != options.ObjectId is null) throw new LocalHostException(Usage);
        return options;
    }
}
