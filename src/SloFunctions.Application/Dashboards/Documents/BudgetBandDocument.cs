namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>A row of the error budget policy.</summary>
/// <param name="State">Its name.</param>
/// <param name="RemainingFrom">The least remaining share of the budget, up to the row before; null for the last row, which takes the rest.</param>
/// <param name="IncludesFrom">Whether exactly that share belongs to it.</param>
/// <param name="Action">What is to be done.</param>
public sealed record BudgetBandDocument(string State, double? RemainingFrom, bool IncludesFrom, string Action);
