using System.Globalization;
using System.Text;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>Requests by the minute, from a counter's zero on, and what the tiers make of them: computed from the counts, without any rule.</summary>
internal sealed class RequestTimeline
{
    // What is that close to a limit is on either side of it.
    private const decimal Rounding = 1e-6m;

    private readonly List<decimal> totals = [0];
    private readonly List<decimal> bads = [0];

    /// <summary>The last minute.</summary>
    public int End => totals.Count - 1;

    /// <summary>Adds minutes.</summary>
    /// <param name="minutes">How many.</param>
    /// <param name="requests">Requests in each.</param>
    /// <param name="bad">The bad ones of them.</param>
    public RequestTimeline Add(int minutes, decimal requests, decimal bad = 0)
    {
        for (int i = 0; i < minutes; i++)
        {
            totals.Add(totals[^1] + requests);
            bads.Add(bads[^1] + bad);
        }

        return this;
    }

    /// <summary>All requests, as the values of a series in a test.</summary>
    public string Totals => Values(i => totals[i]);

    /// <summary>The good ones.</summary>
    public string Goods => Values(i => totals[i] - bads[i]);

    /// <summary>The bad ones.</summary>
    public string Bads => Values(i => bads[i]);

    /// <summary>The minutes at which one of the tiers fires for certain, and those at which none may.</summary>
    /// <remarks>Prometheus 2 counts the sample at the start of a window and Prometheus 3 does not; where it matters, nothing is certain.</remarks>
    public FiringMinutes Firing(IReadOnlyList<BurnRateTier> tiers, AlertedObjective objective)
    {
        var certain = new bool[End + 1];
        var possible = new bool[End + 1];
        foreach (var tier in tiers)
        {
            decimal limit = tier.Limit(objective);
            bool[] closed = Fires(tier, limit * (1 + Rounding), shorter: 0), open = Fires(tier, limit * (1 + Rounding), shorter: 1);
            bool[] perhapsClosed = Fires(tier, limit * (1 - Rounding), shorter: 0), perhapsOpen = Fires(tier, limit * (1 - Rounding), shorter: 1);
            for (int i = 0; i <= End; i++)
            {
                certain[i] |= closed[i] && open[i];
                possible[i] |= perhapsClosed[i] || perhapsOpen[i];
            }
        }

        return new FiringMinutes(certain, possible);
    }

    private bool[] Fires(BurnRateTier tier, decimal limit, int shorter)
    {
        var fires = new bool[End + 1];
        int? since = null;
        for (int i = 0; i <= End; i++)
        {
            since = IsAbove(limit, (int)tier.ShortWindow.TotalMinutes - shorter, i) && IsAbove(limit, (int)tier.LongWindow.TotalMinutes - shorter, i) ? since ?? i : null;
            fires[i] = since is { } start && i - start >= tier.For.TotalMinutes;
        }

        return fires;
    }

    private bool IsAbove(decimal limit, int window, int end)
    {
        int start = Math.Max(0, end - window);
        return bads[end] - bads[start] > limit * (totals[end] - totals[start]);
    }

    // "5+2x3" stands for 5 7 9 11.
    private string Values(Func<int, decimal> at)
    {
        var text = new StringBuilder("0");
        for (int i = 1; i <= End;)
        {
            decimal step = at(i) - at(i - 1);
            int last = i;
            while (last < End && at(last + 1) - at(last) == step) last++;
            text.Append(CultureInfo.InvariantCulture, $" {at(i):0.######}");
            if (last > i) text.Append(CultureInfo.InvariantCulture, $"+{step:0.######}x{last - i}");
            i = last + 1;
        }

        return text.ToString();
    }
}
