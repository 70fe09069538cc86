using System.Globalization;
using SloFunctions.Application.Backtesting;
using SloFunctions.Domain.Backtesting;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.LocalHost.Backtests;

/// <summary>What <c>backtest</c> was asked to do.</summary>
/// <param name="Query">The simulated fleets, for when there are no counts.</param>
/// <param name="Plan">Where to forecast.</param>
/// <param name="Counts">A file of hourly counts to forecast on instead; null for none.</param>
/// <param name="IsStored">Whether to forecast on the stored hours instead.</param>
/// <param name="Svg">Where to draw the reliability plot; null for nowhere.</param>
/// <param name="IsJson">Whether to answer in JSON rather than for people.</param>
/// <param name="Help">Whether only the usage is asked for.</param>
public sealed record BacktestOptions(BacktestQuery Query, BacktestPlan Plan, string? Counts, bool IsStored, string? Svg, bool IsJson, bool Help)
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        usage: backtest [--family NAME] [--services N] [--days D] [--seed S] | [--counts FILE.csv] | [--stored [--days D]]
                        [--lookback DAYS] [--step DAYS] [--json] [--svg FILE]

          --family    compound_poisson, clustered, status_page or all; the first two unless told
          --services  services of a simulated fleet; 1500 unless told
          --days      length of its history, or of the stored one to read; 100 unless told
          --seed      another seed is another fleet; 1 unless told
          --counts    forecast on hourly counts instead: lines of service,hour,good,total
          --stored    forecast on the hours stored in the database of Database__ConnectionString instead
          --lookback  days that a forecast looks back; 30 unless told
          --step      days from one forecast to the next; 14 unless told
          --json      answer in JSON
          --svg       draw promised against observed breach probabilities
        """;

    private const int MostServices = 50_000;
    private const int MostDays = 1100;

    // About a gigabyte of hours.
    private const long MostServiceDays = 2_000_000;

    private static readonly string[] OfSimulation = ["--family", "--services", "--days", "--seed"];

    /// <summary>Reads the arguments after <c>backtest</c>.</summary>
    /// <exception cref="LocalHostException">They are not as documented.</exception>
    public static BacktestOptions Parse(IReadOnlyList<string> args)
    {
        var usual = BacktestQuery.Usual;
        if (args.Any(a => a is "--help" or "-h")) return new BacktestOptions(usual, BacktestQuery.UsualPlan, null, IsStored: false, null, IsJson: false, Help: true);
        var values = Values(args);
        if (values.ContainsKey("--counts") && values.ContainsKey("--stored")) throw new LocalHostException("--counts and --stored are different histories; give one.");
        if (values.ContainsKey("--stored") && OfSimulation.FirstOrDefault(o => o != "--days" && values.ContainsKey(o)) is { } simulated)
            throw new LocalHostException($"{simulated} is about simulated fleets and cannot stand beside --stored.");
        if (values.ContainsKey("--counts") && OfSimulation.FirstOrDefault(values.ContainsKey) is { } option)
            throw new LocalHostException($"{option} is about simulated fleets and cannot stand beside --counts.");
        var plan = new BacktestPlan(
            Number(values, "--lookback", BacktestQuery.UsualPlan.LookbackDays, 1, MostDays), Number(values, "--step", BacktestQuery.UsualPlan.StepDays, 1, MostDays));
        var query = new BacktestQuery(
            Families(values), Number(values, "--services", usual.Services, 1, MostServices), Number(values, "--days", usual.Days, 1, MostDays), Seed(values));
        if ((long)query.Services * query.Days > MostServiceDays)
            throw new LocalHostException($"--services times --days is at most {MostServiceDays}: more does not fit in memory.");
        return new BacktestOptions(query, plan, values.GetValueOrDefault("--counts"), values.ContainsKey("--stored"), values.GetValueOrDefault("--svg"), values.ContainsKey("--json"), Help: false);
    }

    private static Dictionary<string, string> Values(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < args.Count; i++)
        {
            string name = args[i];
            bool isFlag = name is "--json" or "--stored";
            if (!isFlag && name is not ("--counts" or "--svg" or "--lookback" or "--step") && !OfSimulation.Contains(name, StringComparer.Ordinal))
                throw new LocalHostException($"'{name}' is not understood.{Environment.NewLine}{Usage}");
            if (!isFlag && i + 1 == args.Count) throw new LocalHostException($"{name} needs a value.");
            if (!values.TryAdd(name, isFlag ? "" : args[++i])) throw new LocalHostException($"{name} is given twice.");
        }

        return values;
    }

    private static int Number(Dictionary<string, string> values, string name, int missing, int least, int most)
    {
        if (!values.TryGetValue(name, out string? text)) return missing;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new LocalHostException($"{name}: a whole number from {least} to {most} is expected; this is '{text}'.");
    }

    private static ulong Seed(Dictionary<string, string> values)
    {
        if (!values.TryGetValue("--seed", out string? text)) return BacktestQuery.Usual.Seed;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw new LocalHostException($"--seed: a whole number from 0 to {ulong.MaxValue} is expected; this is '{text}'.");
    }

    private static IReadOnlyList<FailureFamily> Families(Dictionary<string, string> values)
    {
        if (!values.TryGetValue("--family", out string? text)) return BacktestQuery.Usual.Families;
        if (text == "all") return Enum.GetValues<FailureFamily>();
        return Term<FailureFamily>.TryParse(text, out var family)
            ? [family]
            : throw new LocalHostException($"--family: one of {Term<FailureFamily>.Choices}, all is expected; this is '{text}'.");
    }
}
