using System.ComponentModel.DataAnnotations;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Alerts;

/// <summary>What exported alerts say besides what is known of the SLOs.</summary>
public sealed record AlertPolicy : IValidatableObject
{
    private static readonly ServiceId Example = ServiceId.Of("checkout");

    /// <summary>
    /// Where runbooks are: an http or https address in which <c>{page}</c> is replaced by the name of a page in docs/runbooks and
    /// <c>{service}</c> by the service. Empty, the default: alerts name no runbook.
    /// </summary>
    [MaxLength(2000)]
    public string RunbookUrl { get; init; } = "";

    /// <summary>The same as an address; null without one.</summary>
    public RunbookAddress? Runbooks => RunbookUrl.Length == 0 ? null : new RunbookAddress(RunbookUrl);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Runbooks is { } runbooks && !(Uri.TryCreate(runbooks.Of(RunbookPage.ErrorBudgetBurn, Example), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return new ValidationResult("An http or https address is expected, with {page} for the name of the page.", [nameof(RunbookUrl)]);
    }
}
