using System.ComponentModel.DataAnnotations;
using SloFunctions.Infrastructure.Credentials;

namespace SloFunctions.Infrastructure.Tempo;

/// <summary>Where the trace store is. Bound from the section <see cref="Section"/>; off while <see cref="StoreOptions.Url"/> is empty.</summary>
public sealed class TempoOptions : StoreOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Tempo";

    /// <summary>How long one question may take. The default is 5 seconds: whoever waits can do with the histogram.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The most traces that are looked at where the store computes no quantiles, 100 to 10000. The default is 1000.</summary>
    [Range(100, 10_000)]
    public int SearchLimit { get; set; } = 1000;

    /// <summary>Whether there is a trace store.</summary>
    internal bool IsConfigured => Url.Length > 0;
}
