namespace SloFunctions.Application.Lifecycle;

/// <summary>What people can do about the SLO of a service.</summary>
public enum DecisionAction
{
    /// <summary>Take a recommendation as it is.</summary>
    Accept,

    /// <summary>Take a recommendation with changes.</summary>
    Modify,

    /// <summary>Refuse a recommendation.</summary>
    Reject,

    /// <summary>Bring targets of one's own.</summary>
    Manual,
}
