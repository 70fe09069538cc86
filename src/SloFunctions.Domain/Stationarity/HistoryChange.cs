namespace SloFunctions.Domain.Stationarity;

/// <summary>A lasting change within a history: figures over all of it describe neither what was nor what is.</summary>
/// <param name="Quantity">What changed.</param>
/// <param name="Shape">How.</param>
/// <param name="Since">About when the change began, UTC: to within a day or two for a step, the first day for a ramp.</param>
/// <param name="Ratio">The level after ÷ before the step, or at the end ÷ at the start of the ramp; positive.</param>
public sealed record HistoryChange(ChangedQuantity Quantity, ChangeShape Shape, DateTimeOffset Since, double Ratio);
