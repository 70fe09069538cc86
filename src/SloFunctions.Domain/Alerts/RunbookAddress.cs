using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Alerts;

/// <summary>Where runbooks are: an address with places for what differs.</summary>
/// <param name="Template">An address in which <c>{page}</c> and <c>{service}</c> are replaced, such as <c>https://runbooks.example.com/{page}?service={service}</c>.</param>
public sealed record RunbookAddress(string Template)
{
    /// <summary>The address of a page for a service, whose name is escaped as a part of an address.</summary>
    public string Of(RunbookPage page, ServiceId service) => Template
        .Replace("{page}", Name(page), StringComparison.Ordinal)
        .Replace("{service}", Uri.EscapeDataString(service.Value), StringComparison.Ordinal);

    private static string Name(RunbookPage page) => page switch
    {
        RunbookPage.ErrorBudgetBurn => "error-budget-burn",
        RunbookPage.ErrorBudgetLow => "error-budget-low",
        _ => "slo-metric-absent",
    };
}
