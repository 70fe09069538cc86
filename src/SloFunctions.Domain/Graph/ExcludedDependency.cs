namespace SloFunctions.Domain.Graph;

/// <summary>A dependency that does not count in composite availabilities, but is a risk all the same.</summary>
/// <param name="Source">The caller.</param>
/// <param name="Target">The service called.</param>
/// <param name="Reason">Why it does not count.</param>
public sealed record ExcludedDependency(ServiceId Source, ServiceId Target, ExclusionReason Reason);
