namespace Microsoft.IdentityModel.Tokens;

/// <summary>What a token must satisfy besides its signature. The real type lives in the package <c>Microsoft.IdentityModel.Tokens</c>.</summary>
public class TokenValidationParameters
{
    /// <summary>The signature algorithms that are taken; the provider's keys allow them all when nothing is set.</summary>
    public IEnumerable<string> ValidAlgorithms { get; set; } = null!;

    /// <summary>Who a token may be for, besides the one audience of the options.</summary>
    public IEnumerable<string> ValidAudiences { get; set; } = null!;

    /// <summary>How far the clocks of provider and app may differ. The default is five minutes.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(5);
}
