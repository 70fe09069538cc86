using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>
/// How requests are counted together with other instances; bound from the section <see cref="Section"/>. No text made from
/// these options shows a secret.
/// </summary>
public sealed class RateLimitOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "RateLimits";

    /// <summary>Connection string of the storage account that holds the counts; empty for <c>AzureWebJobsStorage</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Where the account's tables are, for the app's own identity, such as <c>https://account.table.core.windows.net</c>; empty
    /// for <c>AzureWebJobsStorage__tableServiceUri</c>. Used where no connection string is set.
    /// </summary>
    public string TableServiceUri { get; set; } = "";

    /// <summary>The table, made when it is first needed: 3 to 63 letters and digits, a letter first.</summary>
    /// <value>The default is <c>ratelimits</c>.</value>
    [RegularExpression("[A-Za-z][A-Za-z0-9]{2,62}", ErrorMessage = "3 to 63 letters and digits are expected, a letter first.")]
    public string TableName { get; set; } = "ratelimits";

    /// <summary>
    /// The largest share of a limit that an instance takes in advance, and the share of a minute after which it gives up what it
    /// has not spent. A larger one costs fewer round trips; all instances together may allow up to the limit and this share of it.
    /// </summary>
    /// <value>The default is 0.1.</value>
    [Range(0.05, 0.5)]
    public double LeaseShare { get; set; } = 0.1;

    /// <summary>The longest wait of a request for the shared count.</summary>
    /// <value>The default is 1 second, which is also the most.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:01")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the shared count is left alone after failing.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The most pairs of client and operation that are kept in memory.</summary>
    /// <value>The default is 20,000, which take about 10 MB.</value>
    [Range(100, 1_000_000)]
    public int MaxBuckets { get; set; } = 20_000;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TableServiceUri.Length > 0 && !TableAccount.IsHttps(TableServiceUri))
            yield return new ValidationResult("An https URL is expected.", [nameof(TableServiceUri)]);
    }
}
