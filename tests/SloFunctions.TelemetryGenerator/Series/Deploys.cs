using System.Text.Json.Nodes;
using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>
/// Restarts of a pod that keeps its name: all counters begin at 0 again. After three of the four the error series is gone until the next
/// error. A restart is placed only where each counter falls visibly, because one that does not cannot be told from traffic.
/// </summary>
internal static class Deploys
{
    private const int ValueAtRebirth = 3;
    private const int HoursApart = 4;

    public static void Arrange(ServiceHistory history, PodHistory pod, Timeline timeline, StatusCounter errors)
    {
        var notes = new JsonArray();
        // In the middle of an hour; the error series goes on.
        notes.Add(Deploy(pod, timeline, errors, 0.15, timeline.SampleInMiddleOf, rebirthAfter: null));
        // Right after an hour's first sample; born again two and a half hours later.
        notes.Add(Deploy(pod, timeline, errors, 0.35, timeline.SampleAtStartOf, hour => timeline.SampleInMiddleOf(hour + 2) + 1));
        // In the middle of an hour; born again within the hour.
        notes.Add(Deploy(pod, timeline, errors, 0.55, timeline.SampleInMiddleOf,
            hour => Math.Min(timeline.SampleInMiddleOf(hour) + 2, timeline.SampleAtStartOf(hour + 1))));
        // In the middle of an hour; born again at the first sample after the next hour's beginning.
        notes.Add(Deploy(pod, timeline, errors, 0.8, timeline.SampleInMiddleOf, hour => timeline.SampleAtStartOf(hour + 1) + 1));
        history.Notes["deploys"] = notes;
    }

    private static JsonObject Deploy(
        PodHistory pod, Timeline timeline, StatusCounter errors, double share, Func<int, int> sampleIn, Func<int, int>? rebirthAfter)
    {
        var earliest = pod.Restarts.Count == 0 ? 0 : timeline.HourOf(pod.Restarts[^1] + 1) + HoursApart;
        for (var hour = Math.Max(earliest, timeline.HourAt(share)); hour < timeline.Hours - HoursApart; hour++)
        {
            var restart = sampleIn(hour);
            var rebirth = rebirthAfter?.Invoke(hour);
            if (IsVisible(pod, errors, restart, rebirth))
            {
                pod.Restarts.Add(restart);
                Vanish(errors, timeline, restart, rebirth);
                return new()
                {
                    ["last_sample_before"] = timeline.InstantOf(restart),
                    ["errors_reborn_at"] = rebirth is { } sample ? timeline.InstantOf(sample) : null,
                };
            }
        }

        throw new InvalidOperationException("The history is too short to show every restart as a falling counter.");
    }

    private static bool IsVisible(PodHistory pod, StatusCounter errors, int restart, int? rebirth)
    {
        var sinceLast = pod.Restarts.Count == 0 ? 1 : pod.Restarts[^1] + 1;
        long Before(int[] increments) => increments.AsSpan(sinceLast, restart + 1 - sinceLast).ToArray().Sum(i => (long)i);

        // Errors of the hour may still be cleared, so the comparison leaves them a wide margin.
        var errorsAfter = rebirth is null ? errors.Increments[restart + 1] : ValueAtRebirth;
        var successesBefore = Before(pod.Requests) - Before(errors.Increments);
        if (Before(errors.Increments) < 20 + (2 * errorsAfter) || successesBefore <= pod.Requests[restart + 1])
        {
            return false;
        }

        var (before, after) = (0L, 0L);
        foreach (var bucket in pod.Buckets)
        {
            (before, after) = (before + Before(bucket), after + bucket[restart + 1]);
            if (before > 0 && after >= before)
            {
                return false;
            }
        }

        return rebirth is not { } sample || pod.Requests[sample] >= ValueAtRebirth;
    }

    private static void Vanish(StatusCounter errors, Timeline timeline, int restart, int? rebirth)
    {
        if (rebirth is not { } reborn)
        {
            return;
        }

        var hourOfRestart = timeline.HourOf(restart + 1);
        var withinOneHour = timeline.HourOf(reborn) == hourOfRestart;
        // The series ends within this hour: see ErrorFreeSpan for why it stays flat until then.
        ErrorFreeSpan.Between(errors, withinOneHour ? restart : timeline.SampleAtStartOf(hourOfRestart), reborn);
        errors.Increments[reborn] = ValueAtRebirth;
        errors.Absences.Add(new(restart + 1, reborn - 1));
        if (!withinOneHour)
        {
            ErrorFreeSpan.RestOfHour(errors, reborn, timeline);
        }
    }
}
