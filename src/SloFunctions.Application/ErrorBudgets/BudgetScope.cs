using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Whose error budgets are asked for.</summary>
public sealed record BudgetScope
{
    /// <summary>Those of every service.</summary>
    public static readonly BudgetScope All = new();

    private BudgetScope()
    {
    }

    /// <summary>The services asked for; null when they are not listed.</summary>
    public IReadOnlyCollection<ServiceId>? Services { get; private init; }

    /// <summary>The team whose services are asked for; null for any.</summary>
    public string? Team { get; private init; }

    /// <summary>Those of some services.</summary>
    public static BudgetScope Of(params IReadOnlyCollection<ServiceId> services) => new() { Services = services };

    /// <summary>Those of a team's services.</summary>
    public static BudgetScope OfTeam(string team) => new() { Team = team };
}
