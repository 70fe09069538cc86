namespace SloFunctions.Domain.Stationarity;

/// <summary>How a level changed.</summary>
public enum ChangeShape
{
    /// <summary>From one day to the next.</summary>
    Step,

    /// <summary>Little by little over the whole history.</summary>
    Ramp,
}
