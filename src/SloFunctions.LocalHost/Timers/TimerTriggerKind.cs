using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SloFunctions.LocalHost.Discovery;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.Timers;

/// <summary>Functions started on a schedule.</summary>
internal sealed class TimerTriggerKind(BackgroundRuns runs, IConfiguration settings, TimeProvider clock, ILogger<TimerTrigger> log) : ITriggerKind
{
    /// <summary>The setting that names the folder in which timers are remembered.</summary>
    public const string StateDirectorySetting = "LocalHost:StateDirectory";

    public bool Handles(FunctionMethod function) => function.Trigger is TimerTriggerAttribute;

    public FunctionTrigger Attach(FunctionMethod function)
    {
        if (function.TriggerParameter.ParameterType != typeof(TimerInfo))
        {
            throw new LocalHostException($"{function.EntryPoint}: the parameter with the timer trigger must be a TimerInfo");
        }

        var attribute = (TimerTriggerAttribute)function.Trigger;
        try
        {
            var (text, schedule) = ScheduleParser.Parse(attribute.Schedule, settings);
            var file = attribute.UseMonitor && !RecursWithinAMinute(schedule) ? StateFile(function.Name) : null;
            return new TimerTrigger(new HostedFunction(function, "timerTrigger"), text, schedule, file, attribute.RunOnStartup, runs, clock, log);
        }
        catch (FormatException wrong)
        {
            throw new LocalHostException($"Function {function.Name}: the schedule \"{attribute.Schedule}\" cannot be used: {wrong.Message}", wrong);
        }
    }

    private TimerStateFile StateFile(string function) =>
        new(settings[StateDirectorySetting] is { Length: > 0 } stated ? stated : TimerStateFile.DefaultDirectory(), function, log);

    // As in the real host: by the time a missed run could be made up for, the next one is due anyway.
    private bool RecursWithinAMinute(ISchedule schedule) =>
        schedule.Next(clock.GetUtcNow()) is { } first && schedule.Next(first) is { } second && second - first < TimeSpan.FromMinutes(1);
}
