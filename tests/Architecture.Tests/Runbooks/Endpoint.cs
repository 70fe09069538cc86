namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>An endpoint, or a request to one.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path; parts of a template stand in braces.</param>
/// <param name="Query">Names of parameters of the query.</param>
internal sealed record Endpoint(string Method, string Path, IReadOnlyList<string> Query)
{
    private const char Ellipsis = '…';

    /// <summary>Reads <c>GET /path?one=1&amp;two</c>.</summary>
    public static Endpoint Parse(string text)
    {
        string[] parts = text.Split([' ', '?'], 3);
        string[] query = parts.Length < 3 ? [] : [.. parts[2].Split('&').Select(pair => pair.Split('=')[0])];
        return new Endpoint(parts[0], parts[1], query);
    }

    /// <summary>Whether a request is one to this endpoint, with parameters that it has.</summary>
    public bool Serves(Endpoint request) => Method == request.Method && Fits(request.Path) && request.Query.All(Query.Contains);

    private bool Fits(string path)
    {
        string[] own = Path.Split('/'), asked = path.Split('/');
        if (!path.StartsWith(Ellipsis)) return Fits(own, asked);
        // What is not left out begins with a word, or any parameter would do.
        asked = asked[1..];
        return own.Length >= asked.Length && own[^asked.Length] == asked[0] && Fits(own[^asked.Length..], asked);
    }

    private static bool Fits(string[] own, string[] asked) =>
        own.Length == asked.Length && own.Zip(asked).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0));
}
