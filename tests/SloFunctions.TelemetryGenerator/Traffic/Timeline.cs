namespace SloFunctions.TelemetryGenerator.Traffic;

/// <summary>
/// The instants of the data: samples 0 to <see cref="Steps"/> at multiples of the step. Step i is the time between samples i-1 and i;
/// hour h covers the steps in (start + h hours, start + h + 1 hours].
/// </summary>
public sealed class Timeline
{
    /// <exception cref="ArgumentOutOfRangeException">No hours, or a step that does not divide an hour.</exception>
    public Timeline(DateTimeOffset end, int hours, int stepSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepSeconds, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(3600 % stepSeconds, 0, nameof(stepSeconds));
        End = end;
        Hours = hours;
        StepSeconds = stepSeconds;
    }

    public DateTimeOffset End { get; }

    public int Hours { get; }

    public int StepSeconds { get; }

    public DateTimeOffset Start => End.AddHours(-Hours);

    public int StepsPerHour => 3600 / StepSeconds;

    public int Steps => Hours * StepsPerHour;

    /// <summary>The hour that contains <paramref name="step"/> (1 to <see cref="Steps"/>).</summary>
    public int HourOf(int step) => (step - 1) / StepsPerHour;

    /// <summary>The sample at the beginning of <paramref name="hour"/>.</summary>
    public int SampleAtStartOf(int hour) => hour * StepsPerHour;

    /// <summary>The sample in the middle of <paramref name="hour"/>; its start where an hour has one step only.</summary>
    public int SampleInMiddleOf(int hour) => SampleAtStartOf(hour) + (StepsPerHour / 2);

    /// <summary>The hour that lies at a share (0 to 1) of the whole.</summary>
    public int HourAt(double share) => (int)(Hours * share);

    public DateTimeOffset InstantOf(int sample) => Start.AddSeconds((double)sample * StepSeconds);
}
