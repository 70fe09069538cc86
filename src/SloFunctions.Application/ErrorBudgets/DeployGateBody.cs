namespace SloFunctions.Application.ErrorBudgets;

/// <summary>What is to be deployed.</summary>
/// <param name="Services">1 to 100 different service ids; required.</param>
/// <param name="Emergency">Whether it is an emergency fix; it is not when missing.</param>
/// <param name="Reason">Why it is one, 1 to 1,000 characters; required for an emergency fix.</param>
public sealed record DeployGateBody(IReadOnlyList<string?>? Services, bool? Emergency, string? Reason);
