using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace SloFunctions.LocalHost.Timers;

/// <summary>Reads schedules as <c>TimerTrigger</c> takes them: NCRONTAB, a time span, or <c>%setting%</c> for either.</summary>
internal static partial class ScheduleParser
{
    /// <exception cref="FormatException">The schedule is malformed, or names a setting that is not there.</exception>
    public static (string Text, ISchedule Schedule) Parse(string text, IConfiguration settings)
    {
        var resolved = Setting().Replace(text, match => Resolve(match.Groups["name"].Value, settings)).Trim();
        return (resolved, resolved.Contains(' ', StringComparison.Ordinal) ? NcrontabSchedule.Parse(resolved) : Interval(resolved));
    }

    private static IntervalSchedule Interval(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new IntervalSchedule(interval)
            : throw new FormatException($"\"{text}\" is neither an NCRONTAB expression nor a time span such as \"00:05:00\"");

    private static string Resolve(string name, IConfiguration settings) =>
        settings[name.Replace("__", ":", StringComparison.Ordinal)] is { Length: > 0 } value
            ? value
            : throw new FormatException($"the setting {name} is missing");

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();
}
