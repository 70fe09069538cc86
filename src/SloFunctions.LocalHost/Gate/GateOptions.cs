namespace SloFunctions.LocalHost.Gate;

/// <summary>What <c>gate</c> was asked to do.</summary>
/// <param name="Services">The services to be deployed.</param>
/// <param name="Url">Where the app is.</param>
/// <param name="KeyVariable">The environment variable that holds the API key.</param>
/// <param name="Emergency">Why this is an emergency fix; null when it is none.</param>
/// <param name="IsJson">Whether the answer is JSON.</param>
/// <param name="CautionIsOk">Whether the exit code of caution is 0.</param>
/// <param name="Help">Whether only the usage is asked for.</param>
public sealed record GateOptions(
    IReadOnlyList<string> Services, Uri? Url, string KeyVariable, string? Emergency, bool IsJson, bool CautionIsOk, bool Help)
{
    /// <summary>How to call it.</summary>
    public const string Usage =
        """
        usage: gate --url URL --service ID [--service ID ...] [--key-env NAME] [--emergency REASON] [--caution-is-ok] [--json]

        Asks the app whether services may be deployed by what is left of their error budgets.

          --url URL           where the app is, for example https://slo.example.com
          --service ID        a service that is to be deployed; up to 100 of them
          --key-env NAME      the environment variable that holds an API key of a viewer; SLO_API_KEY unless told
          --emergency REASON  this is an emergency fix, and why
          --caution-is-ok     exit with 0 instead of 3 when the answer is caution
          --json              print the app's answer as it is

        exit code: 0 allow, 1 deny, 2 the gate could not be asked, 3 caution
        """;

    private const string DefaultKeyVariable = "SLO_API_KEY";

    /// <summary>Reads the arguments after <c>gate</c>.</summary>
    /// <exception cref="LocalHostException">They are not as documented.</exception>
    public static GateOptions Parse(IReadOnlyList<string> args)
    {
        var options = new GateOptions([], null, DefaultKeyVariable, null, false, false, false);
        for (int i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "-h" or "--help" => options with { Help = true },
                "--json" => options with { IsJson = true },
                "--caution-is-ok" => options with { CautionIsOk = true },
                "--service" => options with { Services = [.. options.Services, Value(args, ++i)] },
                "--url" => options with { Url = Address(Value(args, ++i)) },
                "--key-env" => options with { KeyVariable = Value(args, ++i) },
                "--emergency" => options with { Emergency = Value(args, ++i) },
                // What is not known is not repeated: it may be a key.
                _ => throw new LocalHostException("An argument is not known; gate --help lists those that are."),
            };
        }

        if (options.Help) return options;
        if (options.Url is null) throw new LocalHostException("--url is missing; gate --help tells more.");
        return options.Services.Count > 0 ? options : throw new LocalHostException("--service is missing; gate --help tells more.");
    }

    private static string Value(IReadOnlyList<string> args, int i) =>
        i < args.Count && args[i].Length > 0 && !args[i].StartsWith("--", StringComparison.Ordinal) ? args[i] : throw new LocalHostException($"{args[i - 1]} needs a value.");

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { UserInfo: "", Query: "", Fragment: "" }
            ? url
            : throw new LocalHostException("--url: an address such as https://slo.example.com is expected.");
}
