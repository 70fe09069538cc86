namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>An activity to be run.</summary>
internal sealed record ActivityItem(long Id, string InstanceId, int TaskId, string Name, string? Input);
