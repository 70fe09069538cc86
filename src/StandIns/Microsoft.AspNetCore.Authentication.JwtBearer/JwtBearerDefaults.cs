namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>What is used where nothing else is said.</summary>
public static class JwtBearerDefaults
{
    /// <summary>The usual name of the scheme.</summary>
    public const string AuthenticationScheme = "Bearer";
}
