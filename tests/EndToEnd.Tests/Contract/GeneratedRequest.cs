using System.Net.Http.Headers;
using System.Text;

namespace EndToEnd.Tests.Contract;

/// <summary>A request that was made up.</summary>
/// <param name="Operation">What it asks.</param>
/// <param name="Target">The path with its query, percent-encoded.</param>
/// <param name="MustFail">Whether it breaks the document, so that a success would be wrong.</param>
internal sealed record GeneratedRequest(ContractOperation Operation, string Target, bool MustFail)
{
    public byte[]? Body { get; init; }

    public string? ContentType { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Operation.Method, Target);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null) message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        }

        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>The same as a command for people.</summary>
    public string ToCurl(Uri server)
    {
        var text = new StringBuilder($"curl -i -X {Operation.Method} '{new Uri(server, Target)}'");
        foreach (var (name, value) in Headers) text.Append($" -H '{name}: {value}'");
        if (ContentType is not null) text.Append($" -H 'Content-Type: {ContentType}'");
        if (Body is { Length: > 3000 }) text.Append($" # with {Body.Length} bytes of body");
        else if (Body is not null) text.Append($" --data-binary @<(echo {Convert.ToBase64String(Body)} | base64 -d)   # {Encoding.UTF8.GetString(Body)}");
        return text.ToString();
    }
}
