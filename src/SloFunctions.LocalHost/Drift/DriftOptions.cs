using System.Globalization;
using SloFunctions.Domain.Drift;

namespace SloFunctions.LocalHost.Drift;

/// <summary>What <c>drift</c> was asked to do.</summary>
/// <param name="File">The file to read; a hyphen for the standard input.</param>
/// <param name="Detectors">The detectors to run, by name.</param>
/// <param name="Latch">Values for which a detection counts towards the vote; null without a vote.</param>
/// <param name="Column">The only column to read; null for all.</param>
/// <param name="IsJson">Whether to answer in JSON rather than for people.</param>
/// <param name="Help">Whether only the usage is asked for.</param>
public sealed record DriftOptions(
    string File, IReadOnlyList<(string Name, IDriftDetector Detector)> Detectors, int? Latch, string? Column, bool IsJson, bool Help)
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        usage: drift FILE [--detector page-hinkley|adwin|ks|vote] [--column NAME] [--json] [PARAMETERS]

        FILE holds numbers as CSV (with or without a header, # for comments) or JSON (an array of numbers or objects, or an
        object of arrays); - is the standard input. An empty cell, NaN or null is a gap. The numbers are taken as they are.
        Printed are the indices, from 0, of the values at which a change is told.

          page-hinkley  --delta 0.005 --threshold 50 --alpha 0.9999 --least 30 --side both|up|down
          adwin         --delta 0.002 --clock 32 --max-buckets 5 --least 5 --grace 10
          ks            --alpha 0.005 --window 100 --recent 30
          vote          --latch 60: all three as above, and where two of them agree within so many values; what runs unless told
        """;

    private static readonly Dictionary<string, string[]> Parameters = new(StringComparer.Ordinal)
    {
        ["page-hinkley"] = ["--delta", "--threshold", "--alpha", "--least", "--side"],
        ["adwin"] = ["--delta", "--clock", "--max-buckets", "--least", "--grace"],
        ["ks"] = ["--alpha", "--window", "--recent"],
        ["vote"] = ["--latch"],
    };

    /// <summary>Reads the arguments after <c>drift</c>; after <c>--</c> a file's name may begin with a hyphen.</summary>
    /// <exception cref="LocalHostException">They are not as documented.</exception>
    public static DriftOptions Parse(IReadOnlyList<string> args)
    {
        if (args.Any(a => a is "--help" or "-h")) return new DriftOptions("", [], null, null, IsJson: false, Help: true);
        var files = new List<string>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                files.AddRange(args.Skip(i + 1));
                break;
            }

            if (args[i] == "-" || !args[i].StartsWith('-')) files.Add(args[i]);
            else if (args[i] == "--json") values["--json"] = "";
            else if (i + 1 == args.Count) throw new LocalHostException($"{args[i]} needs a value.{Environment.NewLine}{Usage}");
            else if (!values.TryAdd(args[i], args[++i])) throw new LocalHostException($"{args[i - 1]} is given twice.");
        }

        if (files.Count != 1) throw new LocalHostException(Usage);
        string detector = values.GetValueOrDefault("--detector", "vote");
        if (!Parameters.TryGetValue(detector, out string[]? known)) throw new LocalHostException($"There is no detector '{detector}'; there are {string.Join(", ", Parameters.Keys)}.");
        if (values.Keys.FirstOrDefault(k => k is not ("--json" or "--detector" or "--column") && !known.Contains(k, StringComparer.Ordinal)) is { } unknown)
            throw new LocalHostException($"'{unknown}' is not understood for {detector}.{Environment.NewLine}{Usage}");
        return new DriftOptions(files[0], Built(detector, values), detector == "vote" ? Latched(values) : null, values.GetValueOrDefault("--column"), values.ContainsKey("--json"), Help: false);
    }

    private static (string, IDriftDetector)[] Built(string detector, Dictionary<string, string> values)
    {
        try
        {
            return detector == "vote"
                ? [.. Parameters.Keys.Where(k => k != "vote").Select(k => (k, Detector(k, [])))]
                : [(detector, Detector(detector, values))];
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            // The rest names a parameter of the code.
            throw new LocalHostException(wrong.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static IDriftDetector Detector(string detector, Dictionary<string, string> values) => detector switch
    {
        "page-hinkley" => new PageHinkley(new PageHinkleyOptions(
            Number(values, "--delta", 0.005), Number(values, "--threshold", 50), Number(values, "--alpha", 0.9999), Whole(values, "--least", 30), Side(values))),
        "adwin" => new Adwin(new AdwinOptions(
            Number(values, "--delta", 0.002), Whole(values, "--clock", 32), Whole(values, "--max-buckets", 5), Whole(values, "--least", 5), Whole(values, "--grace", 10))),
        _ => new KolmogorovSmirnovWindow(new KsOptions(Number(values, "--alpha", 0.005), Whole(values, "--window", 100), Whole(values, "--recent", 30))),
    };

    private static PageHinkleySide Side(Dictionary<string, string> values) => values.GetValueOrDefault("--side", "both") switch
    {
        "both" => PageHinkleySide.Both,
        "up" => PageHinkleySide.Up,
        "down" => PageHinkleySide.Down,
        var other => throw new LocalHostException($"--side is both, up or down, not '{other}'."),
    };

    private static int Latched(Dictionary<string, string> values) =>
        Whole(values, "--latch", 60) is >= 1 and var latch ? latch : throw new LocalHostException("--latch is 1 or more.");

    private static double Number(Dictionary<string, string> values, string name, double missing)
    {
        if (!values.TryGetValue(name, out string? text)) return missing;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw new LocalHostException($"{name} is a number, not '{text}'.");
    }

    private static int Whole(Dictionary<string, string> values, string name, int missing)
    {
        if (!values.TryGetValue(name, out string? text)) return missing;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number <= KolmogorovSmirnov.LargestExact
            ? number
            : throw new LocalHostException($"{name} is a whole number up to {KolmogorovSmirnov.LargestExact}, not '{text}'.");
    }
}
