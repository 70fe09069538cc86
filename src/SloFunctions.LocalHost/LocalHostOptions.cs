using System.Globalization;

namespace SloFunctions.LocalHost;

/// <summary>The host's own part of the command line.</summary>
/// <param name="Directory">The folder of <c>host.json</c> and <c>local.settings.json</c>.</param>
/// <param name="Urls">Where to listen; null to let the settings decide.</param>
/// <param name="Help">Whether only the usage is asked for.</param>
/// <param name="AppArguments">Everything else; the app's own settings.</param>
public sealed record LocalHostOptions(string Directory, string? Urls, bool Help, IReadOnlyList<string> AppArguments)
{
    /// <summary>The usage text.</summary>
    public const string Usage = """
        Runs the app's functions on this machine, without the Azure Functions runtime.

        Options:
          --port N           listen on http://127.0.0.1:N; 0 takes a free port (default 7071, or Host:LocalHttpPort)
          --urls URLS        listen on these addresses instead, separated by semicolons
          --directory DIR    the folder of host.json and local.settings.json
                             (default: the current folder if it has a host.json, else the program's)
          --Name=Value       a setting of the app, in place of the environment's or local.settings.json's
          --help             this text

        From this machine only: POST /admin/functions/NAME runs a function by hand,
        /runtime/webhooks/eventgrid?functionName=NAME takes events as Event Grid delivers them, and
        /runtime/webhooks/durabletask/instances[/ID] shows and manages orchestrations.
        """;

    /// <summary>Reads <paramref name="args"/>; options are <c>--name value</c> or <c>--name=value</c>.</summary>
    /// <exception cref="LocalHostException">An option lacks its value, or the value makes no sense.</exception>
    public static LocalHostOptions Parse(IReadOnlyList<string> args)
    {
        string? directory = null, urls = null;
        var help = false;
        var rest = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            string Value() => parts.Length == 2 ? parts[1]
                : ++i < args.Count ? args[i] : throw new LocalHostException($"{parts[0]} needs a value; see --help");

            switch (parts[0])
            {
                case "--help" or "-h" or "-?":
                    help = true;
                    break;
                case "--port" or "-p":
                    urls = Loopback(Port(Value()));
                    break;
                case "--urls":
                    urls = Addresses(Value());
                    break;
                case "--directory":
                    directory = Path.GetFullPath(Value());
                    break;
                default:
                    rest.Add(args[i]);
                    break;
            }
        }

        return new LocalHostOptions(directory ?? DefaultDirectory(), urls, help, rest);
    }

    internal static string Loopback(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new LocalHostException($"--port must be a number between 0 and 65535, not \"{text}\"");

    private static string Addresses(string text)
    {
        foreach (var address in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
            {
                throw new LocalHostException($"--urls must hold addresses such as http://127.0.0.1:7071, not \"{address}\"");
            }
        }

        return text;
    }

    private static string DefaultDirectory()
    {
        var current = System.IO.Directory.GetCurrentDirectory();
        return File.Exists(Path.Combine(current, Settings.HostJson.FileName)) ? current : AppContext.BaseDirectory;
    }
}
