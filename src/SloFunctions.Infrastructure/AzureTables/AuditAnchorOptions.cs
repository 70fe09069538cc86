using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>
/// Where the heads of audit chains are kept outside of the database; bound from the section <see cref="Section"/>. No text made
/// from these options shows a secret.
/// </summary>
public sealed class AuditAnchorOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "AuditAnchors";

    /// <summary>Connection string of the storage account; empty for <c>AzureWebJobsStorage</c>. Best an account that who administers the database has no rights in.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Where the account's tables are, for the app's own identity, such as <c>https://account.table.core.windows.net</c>; empty
    /// for <c>AzureWebJobsStorage__tableServiceUri</c>. Used where no connection string is set.
    /// </summary>
    public string TableServiceUri { get; set; } = "";

    /// <summary>The table, made when it is first needed: 3 to 63 letters and digits, a letter first. Each database needs one of its own.</summary>
    /// <value>The default is <c>auditanchors</c>.</value>
    [RegularExpression("[A-Za-z][A-Za-z0-9]{2,62}", ErrorMessage = "3 to 63 letters and digits are expected, a letter first.")]
    public string TableName { get; set; } = "auditanchors";

    /// <summary>The longest wait for one answer of the service; it is asked a second time.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TableServiceUri.Length > 0 && !TableAccount.IsHttps(TableServiceUri))
            yield return new ValidationResult("An https URL is expected.", [nameof(TableServiceUri)]);
    }
}
