namespace SloFunctions.Functions.Http;

/// <summary>Texts that stand in a route.</summary>
internal static class RouteText
{
    /// <summary>
    /// The text of a route value. The server decodes a path all but the slash, which would otherwise look like a separator;
    /// so <c>payments%2Fcheckout</c> arrives as it was sent.
    /// </summary>
    public static string Of(string routeValue) => routeValue.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
