using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Application.Access;

/// <summary>How credentials are checked; bound from the section <c>Access</c>.</summary>
public sealed record AccessPolicy
{
    /// <summary>How long a checked key is believed without asking the database again, and so how long a revoked one may still be used elsewhere.</summary>
    /// <value>One second to ten minutes; a minute unless set.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan KeyCacheTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many wrong keys one address may try a minute before further ones are refused unchecked.</summary>
    /// <value>1 to 1,000; 20 unless set.</value>
    [Range(1, 1000)]
    public int FailuresPerMinute { get; init; } = 20;

    /// <summary>How many trusted proxies stand before the app, each of which adds to <c>X-Forwarded-For</c>.</summary>
    /// <value>0 to 5; 0 unless set. It is 1 behind the front end of Azure.</value>
    [Range(0, 5)]
    public int TrustedProxies { get; init; }

    /// <summary>Whether plain HTTP is refused: safe requests are sent on to https, others answered with 403.</summary>
    /// <value>No unless set, for development. In Azure the platform does so before requests reach the app.</value>
    public bool RequireHttps { get; init; }
}
