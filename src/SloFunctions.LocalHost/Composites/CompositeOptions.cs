namespace SloFunctions.LocalHost.Composites;

/// <summary>What <c>composite</c> was asked to do.</summary>
/// <param name="File">The file to read.</param>
/// <param name="IsJson">Whether to answer in JSON rather than for people.</param>
/// <param name="Help">Whether only the usage is asked for.</param>
public sealed record CompositeOptions(string File, bool IsJson, bool Help)
{
    /// <summary>How to call it.</summary>
    public const string Usage = "usage: composite FILE.json [--json]";

    /// <summary>Reads the arguments after <c>composite</c>; after <c>--</c> a file's name may begin with a hyphen.</summary>
    /// <exception cref="LocalHostException">They are not as documented.</exception>
    public static CompositeOptions Parse(IReadOnlyList<string> args)
    {
        if (args.Any(a => a is "--help" or "-h")) return new CompositeOptions("", IsJson: false, Help: true);
        int end = args.Index().Where(a => a.Item == "--").Select(a => a.Index).DefaultIfEmpty(args.Count).First();
        string[] files = [.. args.Where((a, i) => i > end || (i < end && !a.StartsWith('-')))];
        if (files.Length != 1 || args.Take(end).Any(a => a.StartsWith('-') && a != "--json")) throw new LocalHostException(Usage);
        return new CompositeOptions(files[0], args.Take(end).Contains("--json", StringComparer.Ordinal), Help: false);
    }
}
