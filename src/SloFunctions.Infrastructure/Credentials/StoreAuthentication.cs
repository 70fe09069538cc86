namespace SloFunctions.Infrastructure.Credentials;

/// <summary>How a metric or trace store tells who asks.</summary>
public enum StoreAuthentication
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>By a token in the settings or in a file.</summary>
    Bearer,

    /// <summary>By a name and a password.</summary>
    Basic,

    /// <summary>By a token of Microsoft Entra ID, as the managed Prometheus of Azure Monitor does.</summary>
    Entra,
}
