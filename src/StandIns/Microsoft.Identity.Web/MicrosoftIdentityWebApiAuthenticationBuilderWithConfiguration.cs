namespace Microsoft.Identity.Web;

/// <summary>Where a caller of other APIs would go on.</summary>
public class MicrosoftIdentityWebApiAuthenticationBuilderWithConfiguration
{
    internal MicrosoftIdentityWebApiAuthenticationBuilderWithConfiguration()
    {
    }
}
