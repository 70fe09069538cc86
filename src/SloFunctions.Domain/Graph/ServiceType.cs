namespace SloFunctions.Domain.Graph;

/// <summary>Who runs a service.</summary>
public enum ServiceType
{
    /// <summary>The organisation itself; the default.</summary>
    Internal,

    /// <summary>Somebody else, whose promise is all there is to hold on to.</summary>
    External,
}
