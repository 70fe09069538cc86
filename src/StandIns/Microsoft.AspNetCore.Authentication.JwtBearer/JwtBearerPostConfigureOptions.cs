using Microsoft.AspNetCore.Authentication.JwtBearer.Metadata;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>Completes what the settings leave open.</summary>
internal sealed class JwtBearerPostConfigureOptions(TimeProvider clock) : IPostConfigureOptions<JwtBearerOptions>
{
    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        if (options.MapInboundClaims)
            throw new NotSupportedException("This stand-in does not rename claims: set MapInboundClaims to false.");
        if (string.IsNullOrEmpty(options.MetadataAddress) && !string.IsNullOrEmpty(options.Authority))
            options.MetadataAddress = options.Authority.TrimEnd('/') + "/.well-known/openid-configuration";
        if (string.IsNullOrEmpty(options.MetadataAddress)) return;

        if (options.RequireHttpsMetadata && !options.MetadataAddress.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("The metadata must be read over https unless RequireHttpsMetadata is false.");
        // As in the real package, but for a smaller answer.
        options.Backchannel ??= new HttpClient { Timeout = TimeSpan.FromMinutes(1), MaxResponseContentBufferSize = 1 << 20 };
        options.ConfigurationManager ??= new MetadataCache(new MetadataReader(options), options, options.TimeProvider ?? clock);
    }
}
