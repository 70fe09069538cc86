using System.Runtime.InteropServices;
using SloFunctions.Domain.Backtesting;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Backtesting;

/// <summary>Hourly counts in the order they come, until it is known which hours they span.</summary>
internal sealed class CollectedCounts
{
    private const int DayHours = 24;

    // A single wrong year must not ask for memory for all hours between.
    private const int MostDays = 1100;

    private readonly Dictionary<string, Dictionary<int, SliCounts?[]>> services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, SliCounts?[]>>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private int firstHour = int.MaxValue;
    private int lastHour;

    public CollectedCounts() => lookup = services.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool IsEmpty => services.Count == 0;

    /// <summary>Takes an hour.</summary>
    /// <returns>Why not, as a sentence; null when it is taken.</returns>
    public string? Add(CountsLine line)
    {
        int first = Math.Min(firstHour, line.Hour), last = Math.Max(lastHour, line.Hour);
        if (last - first >= MostDays * DayHours) return $"hour lies more than {MostDays} days away from others.";
        if (!lookup.TryGetValue(line.Service, out var days))
        {
            string name = line.Service.ToString();
            if (ServiceId.Complaint(name) is { } complaint) return complaint;
            services.Add(name, days = []);
        }

        ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(days, line.Hour / DayHours, out _);
        day ??= new SliCounts?[DayHours];
        ref var hour = ref day[line.Hour % DayHours];
        if (hour is not null) return "The hour of this service was given before.";
        hour = line.Counts;
        (firstHour, lastHour) = (first, last);
        return null;
    }

    /// <summary>The fleet, by name; what was collected is given up on the way, so that it is not held twice.</summary>
    public BacktestFleet ToFleet(string name)
    {
        var histories = new List<ServiceHistory>(services.Count);
        foreach (string service in services.Keys.Order(StringComparer.Ordinal).ToArray())
        {
            services.Remove(service, out var days);
            histories.Add(new ServiceHistory(ServiceId.Of(service), Hours(days!)));
        }

        var start = DateTimeOffset.UnixEpoch.AddHours(firstHour);
        return new BacktestFleet(name, histories, new TimeWindow(start, DateTimeOffset.UnixEpoch.AddHours(lastHour + 1)));
    }

    private SliCounts?[] Hours(Dictionary<int, SliCounts?[]> days)
    {
        var hours = new SliCounts?[lastHour - firstHour + 1];
        foreach (var (day, counts) in days)
        {
            for (int i = 0; i < DayHours; i++)
            {
                if (counts[i] is not null) hours[(day * DayHours) + i - firstHour] = counts[i];
            }
        }

        return hours;
    }
}
