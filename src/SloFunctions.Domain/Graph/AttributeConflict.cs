namespace SloFunctions.Domain.Graph;

/// <summary>Two sources that contradict each other about a dependency; the more trusted one counts.</summary>
/// <param name="Source">The caller's place in the graph.</param>
/// <param name="Target">The place of the service called.</param>
/// <param name="Aspect">What they disagree about.</param>
/// <param name="Trusted">The source that counts.</param>
/// <param name="TrustedValue">What it says.</param>
/// <param name="Overruled">The source that does not.</param>
/// <param name="OverruledValue">What that one says.</param>
public sealed record AttributeConflict(
    int Source,
    int Target,
    DependencyAspect Aspect,
    DiscoverySource Trusted,
    string TrustedValue,
    DiscoverySource Overruled,
    string OverruledValue);
