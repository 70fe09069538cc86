namespace SloFunctions.LocalHost.Durable.Dispatch;

/// <summary>What parts of this process tell each other, so that nobody has to ask the database.</summary>
internal sealed class DurableSignals
{
    /// <summary>An instance has a message.</summary>
    public Signal<string> Ready { get; } = new();

    /// <summary>An instance has activities to run.</summary>
    public Signal<string> ActivitiesAdded { get; } = new();

    /// <summary>A message becomes due.</summary>
    public Signal<DateTimeOffset> DueAt { get; } = new();

    /// <summary>An instance has ended.</summary>
    public Signal<string> Ended { get; } = new();
}
