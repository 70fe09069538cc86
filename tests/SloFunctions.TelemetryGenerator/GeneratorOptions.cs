using System.Globalization;

namespace SloFunctions.TelemetryGenerator;

/// <summary>What to generate.</summary>
public sealed record GeneratorOptions(
    int Services, int Hours, int StepSeconds, DateTimeOffset End, ulong Seed, string OutputDirectory, bool IsShop, bool RequestsOnly)
{
    /// <summary>How the command is called.</summary>
    public const string Usage =
        """
        Usage: SloFunctions.TelemetryGenerator --end INSTANT --out DIR [options]
          --end INSTANT          last sample, a whole hour in UTC, such as 2026-11-01T00:00:00Z
          --out DIR              receives metrics.om, truth.json and graph.json
          --services N           number of services (1 to 20000; default 50)
          --days N               length of the history (2 to 400; default 30)
          --hours N              the same in hours (1 to 9600), instead of --days
          --step SECONDS         time between samples, a divisor of 3600, at least 15 (default 300)
          --seed N               same seed, same files (default 1)
          --scenario shop|plain  a web shop with special cases first, or ordinary services alone (default shop)
          --metrics all|requests requests leaves out latency, throttling and service graph (default all)
        """;

    private static readonly HashSet<string> Names = ["--end", "--out", "--services", "--days", "--hours", "--step", "--seed", "--scenario", "--metrics"];

    /// <exception cref="UsageException">An argument is unknown, missing, repeated or out of its range.</exception>
    public static GeneratorOptions Parse(IReadOnlyList<string> args)
    {
        var given = Pairs(args);
        var step = Integer(given, "--step", 300, 15, 3600);
        if (3600 % step != 0)
        {
            throw new UsageException($"--step must divide 3600 seconds; {step} does not.");
        }

        return new(
            Integer(given, "--services", 50, 1, 20_000), Length(given), step, WholeHour(given),
            NaturalNumber(given, "--seed", "1"), Required(given, "--out"),
            IsShop: OneOf(given, "--scenario", "shop", "plain") == "shop",
            RequestsOnly: OneOf(given, "--metrics", "all", "requests") == "requests");
    }

    private static int Length(Dictionary<string, string> given)
    {
        if (given.ContainsKey("--hours") && given.ContainsKey("--days"))
        {
            throw new UsageException("--hours and --days are given both.");
        }

        return given.ContainsKey("--hours") ? Integer(given, "--hours", 0, 1, 9600) : 24 * Integer(given, "--days", 30, 2, 400);
    }

    private static Dictionary<string, string> Pairs(IReadOnlyList<string> args)
    {
        Dictionary<string, string> given = [];
        for (var i = 0; i < args.Count; i += 2)
        {
            if (!Names.Contains(args[i]))
            {
                throw new UsageException($"Unknown argument '{args[i]}'.");
            }

            if (i + 1 == args.Count)
            {
                throw new UsageException($"{args[i]} needs a value.");
            }

            if (!given.TryAdd(args[i], args[i + 1]))
            {
                throw new UsageException($"{args[i]} is given twice.");
            }
        }

        return given;
    }

    private static string Required(Dictionary<string, string> given, string name) =>
        given.GetValueOrDefault(name) is { Length: > 0 } value ? value : throw new UsageException($"{name} is missing.");

    private static int Integer(Dictionary<string, string> given, string name, int fallback, int least, int most)
    {
        if (!given.TryGetValue(name, out var text))
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new UsageException($"{name} must be an integer from {least} to {most}, not '{text}'.");
    }

    private static ulong NaturalNumber(Dictionary<string, string> given, string name, string fallback)
    {
        var text = given.GetValueOrDefault(name, fallback);
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new UsageException($"{name} must be a non-negative integer, not '{text}'.");
    }

    private static string OneOf(Dictionary<string, string> given, string name, string fallback, string other)
    {
        var text = given.GetValueOrDefault(name, fallback);
        return text == fallback || text == other ? text : throw new UsageException($"{name} must be {fallback} or {other}, not '{text}'.");
    }

    private static DateTimeOffset WholeHour(Dictionary<string, string> given)
    {
        var text = Required(given, "--end");
        if (!DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var end))
        {
            throw new UsageException($"--end must be an instant such as 2026-11-01T00:00:00Z, not '{text}'.");
        }

        if (end.Ticks % TimeSpan.TicksPerHour != 0)
        {
            throw new UsageException($"--end must be a whole hour in UTC; {text} is not.");
        }

        // Outside these years the times would not all have ten digits.
        return end.Year is >= 2003 and <= 2285 ? end : throw new UsageException($"--end must lie in the years 2003 to 2285, not '{text}'.");
    }
}
