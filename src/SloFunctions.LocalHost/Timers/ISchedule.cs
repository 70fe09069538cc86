namespace SloFunctions.LocalHost.Timers;

/// <summary>When something is due. Times are UTC.</summary>
internal interface ISchedule
{
    /// <summary>The first occurrence later than <paramref name="after"/>, or null when there is none.</summary>
    DateTimeOffset? Next(DateTimeOffset after);
}
