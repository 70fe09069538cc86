namespace SloFunctions.Application.Backtesting;

/// <summary>Windows that no method was scored on.</summary>
/// <param name="WithoutForecast">The past had no traffic, or one of the methods could make nothing of it.</param>
/// <param name="Unmeasured">The window had no traffic, or less than half of its hours were measured.</param>
public sealed record LeftOutDocument(int WithoutForecast, int Unmeasured);
