using SloFunctions.TelemetryGenerator.Model;

namespace SloFunctions.TelemetryGenerator.Traffic;

/// <summary>Requests per second over time: a daily wave, quieter weekends for some, and an hour's noise.</summary>
internal sealed class LoadShape
{
    private const double HourNoise = 0.05;
    private const double BusiestHourOfDay = 15;

    private readonly double mean;
    private readonly double dailyAmplitude;
    private readonly double[] hourFactors;
    private readonly Timeline timeline;

    public LoadShape(ServiceDefinition service, Timeline timeline, ulong seed)
    {
        this.timeline = timeline;
        var random = SplitMix64.For(seed, "load/" + service.Id);
        mean = service.RequestsPerSecond;
        dailyAmplitude = 0.3 + (0.4 * random.NextDouble());
        WeekendFactor = service.Case == SpecialCase.WeeklySeasonality ? 0.35 : random.Below(3) == 0 ? 0.75 : 1;
        hourFactors = new double[timeline.Hours];
        for (var hour = 0; hour < hourFactors.Length; hour++)
        {
            var day = timeline.Start.AddHours(hour).DayOfWeek;
            var weekend = day is DayOfWeek.Saturday or DayOfWeek.Sunday ? WeekendFactor : 1;
            hourFactors[hour] = weekend * (1 + (HourNoise * Math.Clamp(Draws.Normal(ref random), -2, 2)));
        }
    }

    /// <summary>Traffic on Saturday and Sunday (UTC) relative to a working day.</summary>
    public double WeekendFactor { get; }

    /// <summary>Expected requests in <paramref name="step"/>.</summary>
    public double Requests(int step)
    {
        var hourOfDay = timeline.InstantOf(step).TimeOfDay.TotalHours;
        var daily = 1 + (dailyAmplitude * Math.Cos(2 * Math.PI * (hourOfDay - BusiestHourOfDay) / 24));
        return mean * timeline.StepSeconds * daily * hourFactors[timeline.HourOf(step)];
    }
}
