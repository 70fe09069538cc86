namespace EndToEnd.Tests.App;

/// <summary>What truly happened to a service, hour by hour.</summary>
/// <param name="ServiceId">Its id.</param>
/// <param name="Case">The situation it is there to show.</param>
/// <param name="Good">Good requests; null where nothing was measured.</param>
/// <param name="Total">All requests; null where nothing was measured.</param>
public sealed record TrueService(string ServiceId, string Case, IReadOnlyList<long?> Good, IReadOnlyList<long?> Total);
